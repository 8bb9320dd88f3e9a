/** A user by name. */
export const personName = (users: Readonly<Record<string, string>>, id: string | null) =>
  (id ? users[id] : undefined) ?? "somebody who has left";
