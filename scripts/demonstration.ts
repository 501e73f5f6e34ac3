/**
 * Loads the demonstration data into the database of `url` when nobody has an account there yet. True when data was
 * loaded. The application's code connects to DATABASE_URL; most of it is read only when there is something to load,
 * so that a later start is quick.
 */
export async function loadDemonstrationData(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const { database, disconnect } = await import('../lib/db/client.ts');
  const { hasUsers } = await import('../lib/db/user-repository.ts');
  try {
    if (await hasUsers(database())) return false;
    const { loadDemonstration } = await import('../lib/services/demonstration/load-demonstration.ts');
    return await loadDemonstration();
  } finally {
    await disconnect();
  }
}
