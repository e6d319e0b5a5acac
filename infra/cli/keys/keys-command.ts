import { Command } from 'commander';
import { rotateCommand } from './rotate-command.ts';
import { wrapCommand } from './wrap-command.ts';

export const keysCommand = (): Command =>
  new Command('keys')
    .description('the keys that seal personal fields: add one, or wrap them for a desk on AWS')
    .addCommand(rotateCommand())
    .addCommand(wrapCommand());
