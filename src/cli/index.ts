#!/usr/bin/env node
import '../adapters/need-node.ts';
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander would exit with 1, which means "errors found" here.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
