/** Where a link leads, as it is sent to somebody. In the browser only. */
export const addressOfLink = (link: string): string => `${window.location.origin}/answer/${link}`;
