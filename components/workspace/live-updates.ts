import type { DraftStore } from './draft-store.ts';
import type { LiveNews, ReadNews } from './news-over-http.ts';

/** How often an open draft asks what others saved. */
const EVERY_MS = 2_500;
/** A version that is no draft changes by decisions alone. */
const FROZEN_EVERY_MS = 15_000;
const LAST_RETRY_MS = 30_000;
/** Soon after the key that ends what is being typed. */
const AFTER_TYPING_MS = 700;

interface LiveUpdatesOptions {
  readonly store: DraftStore;
  readonly readNews: ReadNews;
  /** The keys of the rows that are being typed in at this moment. */
  readonly typingRows: () => ReadonlySet<string>;
  /** Everything about the version that the store does not hold: its state, who is here, remarks. */
  readonly onNews: (news: LiveNews) => void;
}

/**
 * Brings what others save into an open draft every few seconds while its window is seen: a conditional request, nothing
 * while the window is hidden or offline, less and less often while the server does not answer.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #asking: Promise<void> | null = null;
  #tag: string | null = null;
  #failures = 0;
  #isSignedOut = false;
  #isDraft = true;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = true;
    this.#isSignedOut = false;
    void this.ask();
  }

  /** Until `start` is called again. */
  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** After a new sign-in elsewhere. */
  resume(): void {
    if (this.#isSignedOut) this.start();
  }

  /** Asks now; while an answer is awaited, for that one. */
  ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const { store, readNews, typingRows, onNews } = this.#options;
    const { contentRevision: since, known } = store;
    const answer = await readNews({ versionId: store.versionId, since, tag: this.#tag, known });
    if (!this.#running) return;
    this.#failures = answer.kind === 'unreachable' ? this.#failures + 1 : 0;
    this.#isSignedOut = answer.kind === 'signed-out';
    if (this.#isSignedOut) return this.stop();
    let isWhole = true;
    if (answer.kind === 'news') {
      /* A save that was confirmed while the answer was under way makes it an old one: the next answer says it again. */
      const isCurrent = store.known.revisions === known.revisions;
      const { content } = answer.news;
      isWhole = isCurrent && (content === null || store.takeOver(content, typingRows()));
      if (isWhole) this.#tag = answer.tag;
      this.#isDraft = answer.news.state === 'DRAFT';
      onNews(answer.news);
    }
    this.#askIn(this.#pause(isWhole));
  }

  #pause(isWhole: boolean): number {
    if (!isWhole) return AFTER_TYPING_MS;
    const usual = this.#isDraft ? EVERY_MS : FROZEN_EVERY_MS;
    return Math.min(usual * 2 ** this.#failures, Math.max(usual, LAST_RETRY_MS));
  }

  #askIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), milliseconds);
  }
}
