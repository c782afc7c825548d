/** ESLint rule: files are kebab-case and named for what they export. */
import { basename } from 'node:path';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(spec|config|d))*\.[cm]?[jt]sx?$/;
const vague = /^(utils?|helpers?|common|misc)\./;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      kebab: "Name the file in kebab-case: '{{name}}'.",
      vague: "Name the file for what it exports, not '{{name}}'."
    }
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (!kebab.test(name)) {
          context.report({ node, messageId: 'kebab', data: { name } });
        } else if (vague.test(name)) {
          context.report({ node, messageId: 'vague', data: { name } });
        }
      }
    };
  }
};
