import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server got it, its words decoded. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly headers: string;
  readonly text: string;
  readonly isSecure: boolean;
  /** Who signed in; null: nobody. */
  readonly user: string | null;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A mail server on this machine that keeps what it gets: with credentials over STARTTLS, without in the clear. */
export class MailBox {
  readonly #server: SMTPServer;
  #mails: ReceivedMail[] = [];
  #refusals = 0;

  private constructor(credentials: Credentials | null) {
    this.#server = new SMTPServer({
      disabledCommands: credentials ? [] : ['STARTTLS', 'AUTH'],
      authOptional: credentials === null,
      logger: false,
      onAuth({ username, password }, _session, answer) {
        const isKnown = username === credentials?.username && password === credentials?.password;
        answer(isKnown ? null : new Error('wrong password'), isKnown ? { user: username } : undefined);
      },
      onData: (stream, session, answer) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (this.#refusals > 0) {
            this.#refusals -= 1;
            return answer(Object.assign(new Error('try later'), { responseCode: 451 }));
          }
          const { mailFrom, rcptTo } = session.envelope;
          this.#mails.push({
            ...wordsOf(Buffer.concat(parts).toString('latin1')),
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            isSecure: session.secure,
            user: session.user ?? null,
          });
          return answer();
        });
      },
    });
    this.#server.on('error', () => {}); // A client that ends at the certificate is an error of its own
  }

  static async open(credentials: Credentials | null = null): Promise<MailBox> {
    const box = new MailBox(credentials);
    await new Promise<void>((resolve) => box.#server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  get mails(): readonly ReceivedMail[] {
    return this.#mails;
  }

  empty(): void {
    this.#mails = [];
    this.#refusals = 0;
  }

  /** Refuses the next mails, as a server that is too busy does. */
  refuse(count: number): void {
    this.#refusals = count;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

function wordsOf(raw: string): Pick<ReceivedMail, 'subject' | 'headers' | 'text'> {
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, at).replaceAll('\r\n', '\n');
  const body = raw.slice(at + 4);
  const subject = /^Subject: (.*(?:\n[ \t].*)*)/m.exec(headers)?.[1] ?? '';
  const isBase64 = /^Content-Transfer-Encoding: base64$/im.test(headers);
  return { headers, subject: decodeWords(subject), text: isBase64 ? base64(body) : quotedPrintable(body) };
}

/** Encoded words of a header (RFC 2047). */
function decodeWords(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_word, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B' ? base64(text) : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

const base64 = (text: string) => Buffer.from(text, 'base64').toString('utf8');

function quotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
