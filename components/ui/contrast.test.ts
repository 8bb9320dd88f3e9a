import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Theme = "light" | "dark";
type Colour = readonly [lightness: number, chroma: number, hue: number];

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const number = "([\\d.]+)";
const oklch = `oklch\\(${number} ${number} ${number}\\)`;

const tokens = new Map<string, Record<Theme, Colour>>();
for (const [, name = "", ...parts] of css.matchAll(
  new RegExp(`--([\\w-]+): light-dark\\(${oklch}, ${oklch}\\);`, "g"),
)) {
  const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = parts.map(Number);
  tokens.set(name, { light: [l1, c1, h1], dark: [l2, c2, h2] });
}
for (const [, name = "", target = ""] of css.matchAll(/^ {2}--([\w-]+): var\(--([\w-]+)\);$/gm)) {
  const meant = tokens.get(target);
  if (meant && !name.startsWith("color-")) tokens.set(name, meant);
}

// Björn Ottosson, "A perceptual color space for image processing" (2020): OKLab to linear sRGB.
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const [r = 0, g = 0, bl = 0] = [red, green, blue].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
}

function contrast(first: string, second: string, theme: Theme): number {
  const [one, two] = [first, second].map((name) => {
    const colours = tokens.get(name);
    if (!colours) throw new Error(`There is no token ${name}`);
    return luminance(colours[theme]) + 0.05;
  }) as [number, number];
  return Math.max(one, two) / Math.min(one, two);
}

const texts = ["ink", "ink-2", "ink-3", "line", "trained", "comparison", "better", "worse", "flat"];
const pairs: [string, string][] = [
  ...texts.flatMap((text): [string, string][] => [
    [text, "paper"],
    [text, "paper-2"],
  ]),
  ["on-line", "line"],
  ["on-grade-a", "grade-a"],
  ["on-grade", "grade-b"],
  ["ink", "withheld"],
  ["ink-2", "withheld"],
  ["ink", "early"],
  ["ink-2", "early"],
  ["paper", "ink"],
];

test("black on white is 21 to 1, so the arithmetic is right", () => {
  expect((luminance([1, 0, 0]) + 0.05) / (luminance([0, 0, 0]) + 0.05)).toBeCloseTo(21, 2);
});

test.each(pairs)("%s on %s can be read in light and dark (WCAG AA, 4.5 to 1)", (text, ground) => {
  expect(contrast(text, ground, "light")).toBeGreaterThanOrEqual(4.5);
  expect(contrast(text, ground, "dark")).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["rule-2", "paper"],
  ["grade-d", "paper"],
  ["grade-e", "paper"],
])("%s on %s can be seen as an outline (3 to 1)", (outline, ground) => {
  expect(contrast(outline, ground, "light")).toBeGreaterThanOrEqual(3);
  expect(contrast(outline, ground, "dark")).toBeGreaterThanOrEqual(3);
});
