import { z } from "zod";
import { parseJson } from "@/lib/observe/parse-json";
import { noteReminderSeen, readReminder } from "@/lib/observe/reminders/read-reminder";
import { jsonRoute } from "@/lib/server/json-route";

/** What an open page of the round asks now and then, to remind on this device. */
export const GET = jsonRoute(async (viewer) => ({ reminder: await readReminder(viewer, null) }));

/** It was shown. */
export const POST = jsonRoute(async (viewer, request) => {
  const { id } = await parseJson(request, z.object({ id: z.uuid() }));
  await noteReminderSeen(viewer, id);
  return {};
});
