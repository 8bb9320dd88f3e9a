/** A remark on a figure and a day. */
export type Annotation = {
  id: string;
  /** `metricKey`; null: on the whole scorecard. */
  metric: string | null;
  metricName: string | null;
  unitId: string | null;
  unit: string | null;
  /** 'YYYY-MM-DD' */
  on: string;
  text: string;
  /** Who wrote it; null where nobody is known by that id any more. */
  by: string | null;
  revision: number;
  /** Whether the viewer may change it. */
  mine: boolean;
};
