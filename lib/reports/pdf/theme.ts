import { StyleSheet } from "@react-pdf/renderer";
import { sans, serif } from "./fonts";

/** The light tokens of app/globals.css, in sRGB because PDF knows no OKLCH. */
export const ink = {
  paper: "#ffffff",
  sunk: "#f3f1ea",
  ink: "#171f2e",
  ink2: "#404855",
  ink3: "#5a616c",
  rule: "#d7d4cc",
  line: "#005f64",
  onLine: "#fcfaf6",
  trained: "#2158a7",
  comparison: "#915c08",
  worse: "#b5360e",
  gradeB: "#80c5c9",
} as const;

/** In points; A4 is 595.28 by 841.89. */
export const page = { width: 595.28, height: 841.89, side: 54, top: 66, bottom: 58 } as const;
export const column = page.width - 2 * page.side;

export const styles = StyleSheet.create({
  page: {
    paddingTop: page.top,
    paddingBottom: page.bottom,
    paddingHorizontal: page.side,
    fontFamily: sans,
    fontSize: 9,
    color: ink.ink,
    backgroundColor: ink.paper,
  },
  // On the page itself a line height would swallow the page numbers.
  body: { flexGrow: 1, fontSize: 9, lineHeight: 1.45 },
  running: {
    position: "absolute",
    left: page.side,
    right: page.side,
    flexDirection: "row",
    gap: 12,
    fontSize: 7,
    lineHeight: 1.2,
  },
  title: { fontFamily: serif, fontWeight: 600, fontSize: 21, lineHeight: 1.18 },
  lead: { fontSize: 11, lineHeight: 1.4 },
  heading: { fontFamily: serif, fontWeight: 600, fontSize: 13, lineHeight: 1.25, marginBottom: 5 },
  smallHeading: { fontWeight: 600, fontSize: 9, marginBottom: 2 },
  figure: { fontFamily: serif, fontWeight: 600, fontSize: 17, lineHeight: 1.15 },
  caption: { fontSize: 7, lineHeight: 1.4, color: ink.ink3 },
  quiet: { color: ink.ink2 },
  number: { fontFeatureSettings: ["tnum"] },
});
