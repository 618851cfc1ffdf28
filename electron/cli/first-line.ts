/**
 * The first line of standard input, at most `charactersMax` of it and one more. For what is secret: a command
 * line stands in the shell's history and in everybody's list of processes.
 */
export async function firstLine(charactersMax: number): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n') || text.length > charactersMax) break;
  }
  return text.split('\n', 1)[0]!.replace(/\r$/, '');
}
