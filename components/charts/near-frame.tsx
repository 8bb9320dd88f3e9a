import type { ComponentProps, ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { useNear } from "./use-near";
import { useWidth } from "./use-width";

type NearFrameProps = Omit<ComponentProps<typeof ChartFrame>, "children"> & { children(width: number): ReactNode };

/** The frame of a chart that is drawn, as wide as there is room, when its reader comes near. */
export function NearFrame({ children, ...frame }: NearFrameProps) {
  const [target, width] = useWidth<HTMLDivElement>();
  const near = useNear(target);
  return (
    <ChartFrame {...frame}>
      <div ref={target} className="h-full">
        {near && width !== null ? children(width) : null}
      </div>
    </ChartFrame>
  );
}
