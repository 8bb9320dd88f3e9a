import type { DigestItem, DigestSection } from "@/lib/digests/digest";
import type { Message } from "@/lib/digests/transports/transport";
import { footer, gradeText, moreText, pauseText } from "./text";

/**
 * A digest as HTML as mail programs take it: tables and styles on each element, nothing that is loaded, and colours for a dark screen where a program
 * reads them. It says what `digestText` says, in the same order.
 */
export function emailHtml({ digest, to, link }: Message): string {
  const anchor = (href: string, text: string, look: keyof typeof looks) =>
    `<a href="${escaped(link(href))}" class="${look}" style="${looks[look]}">${escaped(text)}</a>`;
  const item = ({ text, grade, href }: DigestItem) =>
    row(
      `${anchor(href, text, "fact")}${grade ? ` <span class="quiet" style="${looks.grade}">${gradeText(grade)}</span>` : ""}`,
      "line",
      "padding:10px 0;border-top:1px solid #d9d6cd",
    );
  const section = ({ title, items, none, href }: DigestSection) => [
    row(`<h2 style="${looks.heading}">${escaped(title)}</h2>`, "", "padding:28px 0 8px"),
    ...(items.length > 0 ? items.map(item) : [row(escaped(none), "quiet line", `${looks.quiet};padding:10px 0`)]),
    row(anchor(href, moreText(title), "link"), "line", "padding:10px 0 0;border-top:1px solid #d9d6cd"),
  ];
  const rows = [
    row(`Throughline · ${escaped(digest.organisation)}`, "quiet", `${looks.quiet};padding:0 0 8px`),
    row(`<h1 style="${looks.title}">${escaped(digest.title)}</h1>`, "", "padding:0"),
    ...digest.sections.flatMap(section),
    row(escaped(footer(digest, to.name)), "quiet", `${looks.quiet};padding:32px 0 12px`),
    row(anchor("/me/digests", pauseText, "link"), "", "padding:0"),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(digest.title)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;padding:0;background-color:#fbfaf7;${font}">
${table(`<tr><td align="center" style="padding:24px 16px">${table(rows.join("\n"), "600", "max-width:600px")}</td></tr>`, "100%", "background-color:#fbfaf7", "page")}
</body></html>`;
}

const font =
  "font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2430;overflow-wrap:anywhere;word-break:break-word";

const looks = {
  title: "margin:0;font-family:Georgia,'Times New Roman',serif;font-size:26px;line-height:1.25;font-weight:600",
  heading: "margin:0;font-family:Georgia,'Times New Roman',serif;font-size:19px;line-height:1.3;font-weight:600",
  fact: "color:#1b2430;text-decoration:underline;text-decoration-color:#0b5c63",
  link: "color:#0b5c63;text-decoration:underline",
  grade: "color:#4d5866;font-size:13px;white-space:nowrap",
  quiet: "color:#4d5866;font-size:14px",
};

/** Programs that read it turn dark; the others show it light. Styles of an element are stronger, hence the marks. */
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background-color:#12171d!important}.text,.fact{color:#e8e6e0!important}
.fact{text-decoration-color:#7cc7cd!important}.link{color:#7cc7cd!important}.quiet{color:#a9b2bd!important}.line{border-color:#333c46!important}}`;

const row = (content: string, look: string, style: string): string =>
  `<tr><td class="${`text ${look}`.trim()}" align="left" style="${font};${style}">${content}</td></tr>`;

const table = (rows: string, width: string, style: string, look = ""): string =>
  `<table role="presentation" width="${width}" cellpadding="0" cellspacing="0" border="0"${look && ` class="${look}"`} style="width:100%;${style}">${rows}</table>`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
