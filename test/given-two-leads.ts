import { randomUUID } from "node:crypto";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import type { GivenOrganisation } from "./factory";

/** Ada Example and Ben Example, who lead learning together and whose names are known. */
export async function givenTwoLeads(given: GivenOrganisation): Promise<[Viewer, Viewer]> {
  const [ada, ben] = [await leadOf(given, "Ada Example"), await leadOf(given, "Ben Example")];
  return [ada, ben];
}

async function leadOf(given: GivenOrganisation, name: string): Promise<Viewer> {
  const { id: userId } = await createUser(given.as("admin"), {
    email: `${randomUUID()}@example.com`,
    name,
    password: "a long pass phrase",
    roles: [{ role: "ld_lead" }],
  });
  return { ...given.as("ld_lead"), userId };
}
