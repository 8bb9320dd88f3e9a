import "server-only";
import { createTransport } from "nodemailer";
import { emailHtml } from "@/lib/digests/messages/email-html";
import { digestText, subjectOf } from "@/lib/digests/messages/text";
import { type Message, NotSent, type Transport } from "./transport";

/** By the mail server of `SMTP_URL`, as text and HTML. A message says which sending it is of, so that a mailbox knows one it has. */
export const sendEmail =
  ({ url, from }: { url: string; from: string }): Transport =>
  async (message) => {
    const server = createTransport(url, {
      from,
      // A name or a figure is never taken for an address of a file or page.
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
    });
    // The message is read once the server is reached and has let us in: from then on an error without an answer leaves open who has it.
    let handedOver = false;
    server.use("stream", (mail, done) => {
      mail.message.processFunc((text) => {
        handedOver = true;
        return text;
      });
      done();
    });
    try {
      await server.sendMail(mailOf(message, new URL(message.link("/")).hostname));
    } catch (error) {
      throw notSent(error, handedOver);
    } finally {
      server.close();
    }
  };

const mailOf = (message: Message, host: string) => ({
  to: { name: message.to.name, address: message.to.email },
  subject: subjectOf(message.digest.title),
  messageId: `<digest-${message.sendId}@${host}>`,
  headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  // Mail programs show it beside the sender. It leads to the page, because whoever pauses it has to be its owner.
  list: { unsubscribe: message.link("/me/digests") },
  text: digestText(message),
  html: emailHtml(message),
});

function notSent(cause: unknown, handedOver: boolean): NotSent {
  const { responseCode, code } = cause as { responseCode?: number; code?: string };
  const because = (words: string, taken = false) => new NotSent(words, taken, { cause });
  if (code === "EAUTH") return because("The mail server refused the sign-in");
  if (responseCode) return because(`The mail server refused the message (${responseCode})`);
  if (handedOver) return because("The mail server broke off, so whether it has the message is not known", true);
  return because("The mail server cannot be reached");
}
