import type { Message } from "@/lib/digests/transports/transport";
import { footer } from "./text";

/** A digest as a workflow of Teams takes it ("when a webhook request is received"): one Adaptive Card. */
export function teamsMessage({ digest, to, link }: Message) {
  const text = (words: string, style: Record<string, unknown> = {}) => ({
    type: "TextBlock",
    text: words,
    wrap: true,
    ...style,
  });
  const body = digest.sections.flatMap(({ title, items, none }) => [
    text(plain(title), { weight: "Bolder", spacing: "Medium" }),
    ...(items.length > 0
      ? items.map((item) =>
          text(`- [${plain(item.text)}](${link(item.href)})${item.grade ? ` · grade ${item.grade}` : ""}`),
        )
      : [text(plain(none), { isSubtle: true })]),
  ]);
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      text(plain(digest.title), { size: "Large", weight: "Bolder" }),
      ...body,
      text(plain(footer(digest, to.name)), { isSubtle: true, size: "Small" }),
    ],
    actions: [{ type: "Action.OpenUrl", title: "Open Throughline", url: link("/") }],
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }],
  };
}

/** Brackets, stars and the like mean something in a card's text. */
const plain = (text: string): string => text.replace(/[\\[\]*_`]/g, "\\$&");
