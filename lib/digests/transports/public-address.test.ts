import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address";

test("addresses of this machine, of private networks and of clouds' own services are not public", () => {
  const inside = [
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "localhost",
    "",
  ];
  expect(inside.filter(isPublicAddress)).toEqual([]);
});

test("addresses of the internet are", () => {
  const outside = ["8.8.8.8", "172.32.0.1", "192.169.1.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::200e"];
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
});
