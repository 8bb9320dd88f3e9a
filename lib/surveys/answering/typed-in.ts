/** What stands in the questions of a form that is sent, by the id of the question. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => {
      const [, id] = /^answer\.(\w{1,20})$/.exec(name) ?? [];
      return id && typeof value === "string" ? [[id, value] as const] : [];
    }),
  );
}
