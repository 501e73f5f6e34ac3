const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1_000;

/**
 * Loads a part of the page that is fetched when it is wanted. Without a network it waits and tries again, rather than
 * failing the whole page; it gives up where the server itself has it no more.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load();
    } catch (error) {
      if (attempt >= ATTEMPTS && navigator.onLine) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 4));
    }
  }
}

/** Ends sooner when the network comes back. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
  });
}
