import { expect, test } from "vitest";
import type { Digest } from "@/lib/digests/digest";
import { slackMessage } from "./slack-message";
import { teamsMessage } from "./teams-message";
import { digestText } from "./text";

const digest: Digest = {
  title: "This week at Meridian",
  organisation: "Meridian",
  asOf: "2026-10-31",
  dataVersion: "sha256:0123456789abcdef",
  sections: [
    {
      id: "verdicts",
      title: "New verdicts",
      href: "/initiatives",
      none: "Nothing",
      items: [{ text: "A|B <x> [y]: errors fell by 0.6 points & more", grade: "B", href: "/initiatives/1", news: "n" }],
    },
    { id: "decisions", title: "Decisions", href: "/decisions", none: "No decision is new.", items: [] },
  ],
  news: ["n"],
};
const message = {
  sendId: "s1",
  digest,
  to: { name: "Edda", email: "edda@example.com" },
  link: (href: string) => `https://t.example/digest/s1?to=${encodeURIComponent(href)}`,
};

test("text says each fact with its grade and where it stands, and says it where there is nothing", () => {
  const text = digestText(message);
  expect(text).toContain("[grade B]\n  https://t.example/digest/s1?to=%2Finitiatives%2F1");
  expect(text).toContain("DECISIONS\nNo decision is new.");
  expect(text).toContain("Facts up to 2026-10-31, data version 0123456789ab.");
});

test("a message for Slack keeps what was written from becoming a link or a mention, and each block within its limit", () => {
  const { blocks } = slackMessage(message);
  expect(JSON.stringify(blocks)).toContain(
    "• <https://t.example/digest/s1?to=%2Finitiatives%2F1|A/B &lt;x&gt; [y]: errors fell by 0.6 points &amp; more> _grade B_",
  );
  const [section] = digest.sections;
  const [item] = section?.items ?? [];
  if (!section || !item) throw new Error("The digest has no item");
  const long = { ...section, items: Array.from({ length: 40 }, () => ({ ...item, text: "x".repeat(200) })) };
  const texts = slackMessage({ ...message, digest: { ...digest, sections: [long] } }).blocks.flatMap((block) =>
    "text" in block && block.text ? [block.text.text] : [],
  );
  expect(texts.every((text) => text.length <= 3000 && !/<[^>]*$/.test(text))).toBe(true);
});

test("a card for Teams has every fact with its grade, and brackets that stay brackets", () => {
  const [card] = teamsMessage(message).attachments;
  const texts = card?.content.body.map(({ text }) => text) ?? [];
  expect(texts).toContain(
    "- [A|B <x> \\[y\\]: errors fell by 0.6 points & more](https://t.example/digest/s1?to=%2Finitiatives%2F1) · grade B",
  );
  expect(card?.content.version).toBe("1.4");
});
