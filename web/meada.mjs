#!/usr/bin/env node
// The command in Node: `node meada.mjs run FILE`. The program is meada-command.js beside it.
import { createRequire } from 'node:module';

createRequire(import.meta.url)('./meada-command.js');
