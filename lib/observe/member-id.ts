/** The id of one member's rating when a phone sends one entry for several people. */
export function ofMember(id: string, personId: string, members: number): string {
  return members === 1 ? id : `${id}/${personId}`;
}
