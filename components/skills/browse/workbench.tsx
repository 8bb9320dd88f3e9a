"use client";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ScrollRegion } from "@/components/ui/scroll-region";

type WorkbenchProps = {
  /** Search and tools, which stay in sight. */
  head: ReactNode;
  tree: ReactNode;
  detail: ReactNode;
  /** On a phone the two take turns. */
  showsDetail: boolean;
  onBack: () => void;
  /** Which node the detail is about: another one starts at its top. */
  detailKey: string;
};

/** The tree at the left, what is chosen at the right; one after the other where there is no room for both. */
export function Workbench({ head, tree, detail, showsDetail, onBack, detailKey }: WorkbenchProps) {
  const bench = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (showsDetail && matchMedia("(width < 64rem)").matches) bench.current?.scrollIntoView();
  }, [showsDetail]);
  return (
    <div
      ref={bench}
      className={classNames(
        "flex scroll-mt-16 flex-col lg:h-[calc(100dvh-4.5rem)] lg:min-h-[32rem] print:block print:h-auto",
        showsDetail ? null : "h-[calc(100dvh-4.5rem)] min-h-[30rem]",
      )}
    >
      <div className={classNames("shrink-0 lg:block", showsDetail && "hidden")}>{head}</div>
      <div className="grid min-h-0 flex-1 border-y border-t-ink border-b-rule print:block lg:grid-cols-[minmax(0,11fr)_minmax(0,10fr)]">
        <div className={classNames("min-h-0 lg:block print:block", showsDetail && "hidden")}>{tree}</div>
        <ScrollRegion
          key={detailKey}
          label="Details"
          className={classNames(
            "min-h-0 py-4 -outline-offset-2 lg:block lg:border-l lg:border-rule lg:pr-1 lg:pl-6",
            !showsDetail && "hidden",
          )}
        >
          <Button look="plain" className="screen-only mb-2 lg:hidden" onClick={onBack}>
            <ArrowLeft aria-hidden="true" size={16} />
            Back to the tree
          </Button>
          {detail}
        </ScrollRegion>
      </div>
    </div>
  );
}
