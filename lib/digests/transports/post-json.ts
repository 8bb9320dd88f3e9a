import "server-only";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { PrivateAddress, publicLookup } from "./public-lookup";
import { NotSent } from "./transport";
import { faultOfWebhook, hostOf } from "./webhook-address";

const longest = 15_000;
/** A gateway that heard nothing, or nothing it understood, from whoever it handed the message to. */
const leavesOpen = [502, 504];

/**
 * Posts JSON to a webhook on the internet, follows no redirect and reads nothing but the status.
 * @throws NotSent, `taken` where the body was sent and no answer came, or one of a gateway that knows no more
 */
export async function postJson(address: string, body: unknown, allowLocal: boolean): Promise<void> {
  const fault = faultOfWebhook(address, allowLocal);
  if (fault) throw new NotSent(fault, false);
  const url = new URL(address);
  const text = JSON.stringify(body);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  const isNamed = isIP(hostOf(url)) === 0;
  const options = {
    method: "POST",
    headers,
    timeout: longest,
    ...(isNamed && !allowLocal && { lookup: publicLookup }),
  };
  let sent = false;
  const status = await new Promise<number>((resolve, reject) => {
    const request = (url.protocol === "http:" ? http : https).request(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    const limit = setTimeout(() => request.destroy(new Error("No answer in time")), longest);
    request.on("close", () => clearTimeout(limit));
    request.on("timeout", () => request.destroy(new Error("No answer in time")));
    request.on("finish", () => {
      sent = true;
    });
    request.on("error", reject);
    request.end(text);
  }).catch((cause: unknown) => {
    if (cause instanceof PrivateAddress)
      throw new NotSent("The webhook's host leads into a private network, so it was not called", false, { cause });
    throw new NotSent(
      sent
        ? "The webhook did not answer, so whether the message is there is not known"
        : "The webhook cannot be reached",
      sent,
      { cause },
    );
  });
  if (leavesOpen.includes(status))
    throw new NotSent(`The webhook did not say whether the message is there (${status})`, true);
  if (status < 200 || status > 299) throw new NotSent(`The webhook refused the message (${status})`, false);
}
