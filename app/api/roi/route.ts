import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { jsonRoute } from "@/lib/server/json-route";

/** The figures of the ROI page. */
export const GET = jsonRoute((viewer) => readRoi(viewer), { revalidated: true });
