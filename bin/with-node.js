#!/usr/bin/env node
// Runs one of the checkout's own programs (tests, measurements, lint) with everything installed and a Node that can run it.
import { handOver, setUp } from './setup.js';

handOver(setUp({ all: true }), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)]);
