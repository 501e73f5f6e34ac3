/** What is used of nodemailer: its published types bring a whole SDK of another mail service with them. */
declare module 'nodemailer' {
  interface SmtpOptions {
    /** `smtp://user:password@host:port`, or `smtps://` for TLS from the start; its parameters are options too. */
    readonly url: string;
    readonly requireTLS?: boolean;
    readonly connectionTimeout?: number;
    readonly greetingTimeout?: number;
    readonly socketTimeout?: number;
    readonly disableFileAccess?: boolean;
    readonly disableUrlAccess?: boolean;
  }
  interface Mail {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  interface Transporter {
    sendMail(mail: Mail): Promise<unknown>;
    close(): void;
  }
  export function createTransport(options: SmtpOptions): Transporter;
}
