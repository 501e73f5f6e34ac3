/** What is used of nodemailer: its published types bring a whole SDK of another mail service with them. */
declare module 'nodemailer' {
  interface Mail {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  interface Transporter {
    sendMail(mail: Mail): Promise<unknown>;
  }
  /** @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the start; its parameters are options */
  export function createTransport(url: string): Transporter;
}
