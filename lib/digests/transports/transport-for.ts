import "server-only";
import { slackMessage } from "@/lib/digests/messages/slack-message";
import { teamsMessage } from "@/lib/digests/messages/teams-message";
import { readSendingSetup, whyNotBy } from "@/lib/digests/sending-setup";
import { postJson } from "./post-json";
import { openWebhook, sealedElsewhere } from "./sealed-webhook";
import { sendEmail } from "./send-email";
import { NotSent, type Transport } from "./transport";

type Way = { orgId: string; channel: "email" | "slack" | "teams"; webhook: string | null };

/** How a digest of this channel goes out. @throws NotSent where the environment does not say how, or the address does not open */
export function transportFor({ orgId, channel, webhook }: Way): Transport {
  const setup = readSendingSetup();
  const why = whyNotBy(channel, setup);
  if (why) throw new NotSent(why, false);
  if (channel === "email" && setup.email) return sendEmail(setup.email);
  const address = openWebhook(orgId, webhook ?? "");
  if (address === null) throw new NotSent(sealedElsewhere, false);
  const write = channel === "slack" ? slackMessage : teamsMessage;
  return (message) => postJson(address, write(message), setup.allowLocal);
}
