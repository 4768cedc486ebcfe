#!/usr/bin/env node
import { main } from "../dist/main.js";
import { nodeWorld } from "../dist/node-world.js";

process.exitCode = await main(process.argv.slice(2), nodeWorld());
