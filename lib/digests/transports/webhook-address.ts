import "server-only";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

/**
 * What is wrong with the address of a webhook as it is written, or null: https to a named host without a password in it. Where the name leads is
 * looked at when something is sent, because that may change.
 */
export function faultOfWebhook(text: string, allowLocal: boolean): string | null {
  // What a URL passes over, a database may refuse, and its error would tell the address.
  const url = !/[\s\p{Cc}]/u.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url) return "This is no address";
  if (url.username || url.password) return "Leave out the user name and the password";
  if (allowLocal) return /^https?:$/.test(url.protocol) ? null : "The address begins with https://";
  if (url.protocol !== "https:") return "The address begins with https://";
  const host = hostOf(url);
  if (isIP(host) ? !isPublicAddress(host) : !host.includes(".") || /\.(local|internal|localhost)$/i.test(host))
    return "The address leads into a private network; only hosts on the internet are called";
  return null;
}

/** The host without the brackets of an IP address of version 6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** What is shown of a webhook once it is kept: its host and its last characters. Whoever knows the whole of it can write to the channel. */
export function shownWebhook(text: string | null): string {
  return text && URL.canParse(text) ? `${new URL(text).host} … ${text.slice(-4)}` : "an address that does not open";
}
