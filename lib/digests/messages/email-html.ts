import type { Message } from "@/lib/digests/transports/transport";
import { footer } from "./text";

/** A digest as HTML that reads in light and dark and loads nothing: no pictures, no scripts, no fonts. */
export function emailHtml({ digest, to, link }: Message): string {
  const anchor = (href: string, text: string) => `<a href="${escaped(link(href))}" class="link">${text}</a>`;
  const sections = digest.sections.map(({ title, items, none, href }) => {
    const facts = items.map(
      ({ text, grade, href: at }) =>
        `<li>${anchor(at, escaped(text))}${grade ? ` <span class="grade">grade ${grade}</span>` : ""}</li>`,
    );
    return `<h2>${anchor(href, escaped(title))}</h2>${facts.length > 0 ? `<ul>${facts.join("")}</ul>` : `<p class="quiet">${escaped(none)}</p>`}`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(digest.title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(digest.title)}</h1>${sections.join("\n")}
<p class="quiet">${escaped(footer(digest, to.name))}</p>
<p class="quiet">${anchor("/me/digests", "Change or pause this digest")}</p></main></body></html>`;
}

const style = `:root{color-scheme:light dark}body{margin:0;background:#fbfaf7;color:#1b2430;font:16px/1.5 system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:24px 16px}h1{font:600 24px/1.25 Georgia,serif;margin:0 0 16px}
h2{font:600 18px/1.3 Georgia,serif;margin:24px 0 8px}ul{margin:0;padding:0;list-style:none}
li{padding:8px 0;border-top:1px solid #d9d6cd}.link{color:#0b5c63}.grade{color:#4d5866;font-size:13px;white-space:nowrap}
.quiet{color:#4d5866;font-size:14px}@media (prefers-color-scheme:dark){body{background:#12171d;color:#e8e6e0}
.link{color:#7cc7cd}.grade,.quiet{color:#a9b2bd}li{border-color:#333c46}}`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
