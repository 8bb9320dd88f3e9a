import type { Message } from "@/lib/digests/transports/transport";
import { footer } from "./text";

const longest = { header: 150, text: 3_000 };

/** A digest as an incoming webhook of Slack takes it: blocks, and a line for notifications. */
export function slackMessage({ digest, to, link }: Message) {
  const sections = digest.sections.map(({ title, items, none, href }) => {
    const lines = items.map(
      (item) => `• <${link(item.href)}|${plain(item.text)}>${item.grade ? ` _grade ${item.grade}_` : ""}`,
    );
    const body = lines.length > 0 ? lines : [plain(none)];
    return markdown([`*<${link(href)}|${plain(title)}>*`, ...body]);
  });
  return {
    text: plain(digest.title),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: digest.title.slice(0, longest.header) } },
      ...sections,
      { type: "context", elements: [{ type: "mrkdwn", text: plain(footer(digest, to.name)) }] },
    ],
  };
}

/** Whole lines, as many as a block may hold: a link cut in half would be none. */
function markdown(lines: readonly string[]) {
  const kept = lines.filter((_, at) => lines.slice(0, at + 1).join("\n").length <= longest.text);
  return { type: "section", text: { type: "mrkdwn", text: kept.join("\n") } };
}

/** Slack's three signs; a bar would end the words of a link. */
const plain = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "/");
