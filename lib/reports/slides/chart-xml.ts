import { placesOf } from "./chart-data";
import { escaped } from "./escaped";
import { colours, fonts } from "./look";
import type { NativeChart, NativeSeries } from "./native-chart";

const ids = { labels: 111_111_111, values: 222_222_222 };
const points = 12_700;

/** A chart as DrawingML has it (ECMA-376, part 1, 21.2), its elements in the order of the schema; values stand in the sheet behind it and are cached here. */
export function chartXml(chart: NativeChart): string {
  const lines = chart.type === "lines";
  const series = chart.series.map((_, at) => seriesXml(chart, at)).join("");
  const own = `<c:axId val="${ids.labels}"/><c:axId val="${ids.values}"/>`;
  const drawing = lines
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${own}</c:lineChart>`
    : `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${own}</c:barChart>`;
  const legend =
    chart.series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml()}</c:legend>` : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${drawing}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

function seriesXml(chart: NativeChart, at: number): string {
  const one = chart.series[at] as NativeSeries;
  const { value, down, up } = placesOf(chart, at);
  const { name, values, reach, colour, dashed } = one;
  const lines = chart.type === "lines";
  const named = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${cell(value, 1)}</c:f><c:strCache>${strings([name])}</c:strCache></c:strRef></c:tx>`;
  const look = lines
    ? `<c:spPr>${line(colour, 2.25, dashed)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>`
    : `<c:spPr>${fill(colour, reach ? 35 : 100)}</c:spPr><c:invertIfNegative val="0"/>`;
  const errors = reach
    ? `<c:errBars>${lines ? '<c:errDir val="y"/>' : ""}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbers(up, reach.up)}</c:plus><c:minus>${numbers(down, reach.down)}</c:minus><c:spPr>${line(colour, lines ? 0.75 : 1.75, false)}</c:spPr></c:errBars>`
    : "";
  const labels = `<c:cat><c:strRef><c:f>${range(0, chart.labels.length)}</c:f><c:strCache>${strings(chart.labels)}</c:strCache></c:strRef></c:cat>`;
  return `<c:ser>${named}${look}${errors}${labels}<c:val>${numbers(value, values)}</c:val>${lines ? '<c:smooth val="0"/>' : ""}</c:ser>`;
}

function axesXml({ type, axis, format, scale }: NativeChart): string {
  const bars = type === "bars";
  const title =
    axis === null
      ? ""
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml("defRPr")}</a:pPr><a:r>${runXml("rPr")}<a:t>${escaped(axis)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const start = (id: number, place: string, ends = "") =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${place}"/>`;
  const end = (position: string, across: number) =>
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${position}"/><c:spPr>${line(colours.rule, 0.75, false)}</c:spPr>${textXml()}<c:crossAx val="${across}"/><c:crosses val="autoZero"/>`;
  return [
    `<c:catAx>${start(ids.labels, bars ? "l" : "b")}${end("low", ids.values)}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx>${start(ids.values, bars ? "b" : "l", `<c:max val="${scale.high}"/><c:min val="${scale.low}"/>`)}<c:majorGridlines><c:spPr>${line(colours.rule, 0.5, false)}</c:spPr></c:majorGridlines>${title}<c:numFmt formatCode="${format}" sourceLinked="0"/>${end(bars ? "low" : "nextTo", ids.labels)}<c:crossBetween val="between"/><c:majorUnit val="${scale.step}"/></c:valAx>`,
  ].join("");
}

const fill = (colour: string, strength: number) =>
  `<a:solidFill><a:srgbClr val="${colour}"><a:alpha val="${strength * 1000}"/></a:srgbClr></a:solidFill>`;
const line = (colour: string, width: number, dashed: boolean) =>
  `<a:ln w="${Math.round(width * points)}" cap="flat">${fill(colour, 100)}<a:prstDash val="${dashed ? "dash" : "solid"}"/><a:round/></a:ln>`;
const runXml = (name: "defRPr" | "rPr") =>
  `<a:${name} sz="1100" b="0">${fill(colours.ink2, 100)}<a:latin typeface="${fonts.sans}"/></a:${name}>`;
const textXml = () =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml("defRPr")}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

function column(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : column(Math.floor(at / 26) - 1) + letter;
}
const cell = (at: number, row: number) => `Sheet1!$${column(at)}$${row}`;
const range = (at: number, rows: number) => `${cell(at, 2)}:$${column(at)}$${rows + 1}`;

const strings = (all: readonly string[]) =>
  `<c:ptCount val="${all.length}"/>${all.map((one, at) => `<c:pt idx="${at}"><c:v>${escaped(one)}</c:v></c:pt>`).join("")}`;
/** What is unknown has no point at all. */
const numbers = (at: number, all: readonly (number | null)[]) =>
  `<c:numRef><c:f>${range(at, all.length)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${all.length}"/>${all
    .map((one, index) => (one === null ? "" : `<c:pt idx="${index}"><c:v>${one}</c:v></c:pt>`))
    .join("")}</c:numCache></c:numRef>`;
