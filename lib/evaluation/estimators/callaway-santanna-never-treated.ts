import { groupTime } from "@/lib/evaluation/group-time";

/** Each wave against those never exposed within the periods compared. */
export const callawaySantannaNeverTreated = groupTime("callaway_santanna_never_treated", "never-treated");
