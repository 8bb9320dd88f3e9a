/** Where the address of the other end of a request's connection is handed on to the app; what the other end writes there itself is overwritten. */
export const socketAddressHeader = "x-throughline-socket";
