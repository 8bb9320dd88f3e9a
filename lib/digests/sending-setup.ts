import "server-only";

export type SendingSetup = {
  /** Where the app is reached from outside, without a slash at its end. Null: no message can carry a link, so none is sent. */
  app: string | null;
  email: { url: string; from: string } | null;
  /** Webhooks may lead to this machine and be without TLS: for tests and for trying things out. */
  allowLocal: boolean;
};

/** What the environment says about sending: `APP_URL`, `SMTP_URL`, `SMTP_FROM`, `DIGEST_ALLOW_LOCAL`. */
export function readSendingSetup(): SendingSetup {
  const { APP_URL: app, SMTP_URL: url, SMTP_FROM: from, DIGEST_ALLOW_LOCAL: local } = process.env;
  return {
    app: app ? app.replace(/\/+$/, "") : null,
    email: url && from ? { url, from } : null,
    allowLocal: local === "1",
  };
}

/** Why nothing can go out by a channel, for whoever set a digest up; null where it can. */
export function whyNotBy(channel: "email" | "slack" | "teams", setup: SendingSetup): string | null {
  if (channel === "email" && !setup.email)
    return "No mail server is configured (SMTP_URL and SMTP_FROM), so nothing goes out by e-mail";
  if (!setup.app) return "The address of this app is not configured (APP_URL), so a message could not lead back here";
  return null;
}
