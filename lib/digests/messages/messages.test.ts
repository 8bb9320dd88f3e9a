import { expect, test } from "vitest";
import type { Digest } from "@/lib/digests/digest";
import { emailHtml } from "./email-html";
import { slackMessage } from "./slack-message";
import { teamsMessage } from "./teams-message";
import { digestText, subjectOf } from "./text";

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

test("HTML and text say the same in the same order, and lead to the same pages", () => {
  const html = emailHtml(message);
  const signs: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  const read = (text: string) => text.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\d.]+/gu)
      ?.join(" ");
  const body = html.slice(html.indexOf("<body"));
  const bare = read(body.replace(/<[^>]+>/g, " "));
  const plain = digestText(message).replace(/https:\S+/g, "");
  expect(words(bare)).toBe(`throughline meridian ${words(plain)}`);
  const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => read(href ?? ""));
  expect(links).toEqual(digestText(message).match(/https:\S+/g));
});

test("HTML is made of what mail programs take: tables, styles of each element, nothing loaded", () => {
  const html = emailHtml(message);
  expect(html).not.toMatch(
    /<(img|script|link|form|main|section|ul|svg)|src=|url\(|@import|class="[^"]*"(?! style| align)/,
  );
  expect([...html.matchAll(/<(td|h1|h2|a|span)\b(?![^>]*style=)/g)]).toEqual([]);
  expect(html).toContain("prefers-color-scheme:dark");
});

test("a subject is shorter than sixty characters and ends at a word", () => {
  expect(subjectOf("This week at Meridian")).toBe("This week at Meridian");
  const long = subjectOf(`This month at ${"Meridian Works International Holding ".repeat(3)}`);
  expect(long).toBe("This month at Meridian Works International Holding…");
  expect([...subjectOf("x".repeat(80))].length).toBeLessThan(60);
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
