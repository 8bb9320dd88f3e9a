import { groupTime } from "@/lib/evaluation/group-time";

/** Each wave against those never exposed and the waves that come later. */
export const callawaySantannaNotYetTreated = groupTime("callaway_santanna_not_yet_treated", "not-yet-treated");
