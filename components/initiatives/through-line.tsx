import { classNames } from "@/components/ui/class-names";
import type { ChainLink } from "@/lib/initiatives/chain-links";

type Segment = "solid" | "broken" | "dotted";

const words: Record<ChainLink["status"], string> = {
  holds: "holds",
  breaks: "breaks here",
  beside: "did not move",
  unknown: "",
};

/** The chain as one line. It runs as long as each link holds, breaks at the first that does not, and is dotted where nobody knows. */
export function ThroughLine({ links }: { links: readonly ChainLink[] }) {
  const firstBreak = links.findIndex(({ status }) => status === "breaks");
  const segmentTo = (index: number): Segment => {
    const link = links[index];
    if (link?.status === "unknown" || (firstBreak >= 0 && index > firstBreak)) return "dotted";
    return index === firstBreak ? "broken" : "solid";
  };
  return (
    <ol className="flex flex-col sm:flex-row sm:flex-wrap sm:gap-y-6" aria-label="The chain from activity to result">
      {links.map((link, index) => (
        <li key={link.id} className="relative flex min-w-0 gap-3 sm:block sm:flex-1 sm:basis-28">
          <div className="flex flex-col items-center self-stretch sm:flex-row" aria-hidden="true">
            <Line segment={index === 0 ? "none" : segmentTo(index)} />
            <Knot status={link.status} />
            <Line segment={index === links.length - 1 ? "none" : tail(segmentTo(index + 1))} />
          </div>
          <div className="min-w-0 py-2.5 sm:mt-2 sm:px-2 sm:py-0 sm:text-center">
            <p className="font-medium">{link.step}</p>
            <p className={classNames("text-table", link.status === "breaks" ? "text-worse" : "text-ink-2")}>
              {link.figure}
              {words[link.status] ? <span className="text-ink-3"> · {words[link.status]}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The half of a segment before its break carries on. */
const tail = (segment: Segment): Segment => (segment === "broken" ? "solid" : segment);

function Line({ segment }: { segment: Segment | "none" }) {
  const looks = {
    none: "border-transparent",
    solid: "border-line border-solid",
    dotted: "border-rule-2 border-dotted",
    broken: "border-transparent",
  };
  return (
    <span
      className={classNames(
        "relative min-h-3 w-0 flex-1 border-l-2 sm:min-h-0 sm:w-auto sm:border-t-2 sm:border-l-0",
        looks[segment],
      )}
    >
      {segment === "broken" ? (
        <span className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2 text-worse leading-none">╳</span>
      ) : null}
    </span>
  );
}

function Knot({ status }: Pick<ChainLink, "status">) {
  const looks = {
    holds: "border-line bg-line",
    breaks: "border-worse bg-paper",
    beside: "border-flat bg-paper",
    unknown: "border-rule-2 border-dashed bg-paper",
  };
  return <span className={classNames("size-3 shrink-0 rounded-full border-2", looks[status])} />;
}
