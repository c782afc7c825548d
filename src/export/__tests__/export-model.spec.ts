/** The model of an export, against a server and a kernel that the test plays. */
import type { ExportReply, ExportRequest, Proof } from '../../protocol';
import { ExportModel, type IExportKernel } from '../export-model';

const REPLY: ExportReply = {
  protocol: 1,
  folder: 'a-pipeline',
  absoluteFolder: '/home/ada/a-pipeline',
  base: '/root',
  refused: null,
  targets: [{ name: 'local', title: 'Local' }],
  contexts: ['context'],
  name: 'a',
  root: "'/r'",
  arguments: [],
  beam: { chosen: false, arguments: [], components: [] },
  names: [],
  files: [{ path: 'pipeline.py', text: 'new', before: null }],
  problems: [],
  written: []
};
const PROOF: Proof = {
  proof: 'p',
  state: 'same',
  against: 'kernel',
  nodes: 1,
  differences: [],
  missing: [],
  message: null
};

/** A model over answers that the test gives, and what was asked. */
function setUp(
  answer: (request: ExportRequest) => ExportReply,
  kernel: Partial<IExportKernel> = {}
) {
  const asked: ExportRequest[] = [];
  const written: string[] = [];
  const model = new ExportModel({
    notebook: { path: 'a.ipynb', content: () => '{}' },
    kernel: { values: async () => ({}), prove: async () => PROOF, ...kernel },
    post: async request => {
      asked.push(request);
      return answer(request);
    },
    targets: ['local'],
    onWritten: folder => written.push(folder)
  });
  return { model, asked, written };
}

const writes = ({ write }: ExportRequest): ExportReply =>
  write ? { ...REPLY, written: ['pipeline.py'] } : REPLY;

describe('ExportModel', () => {
  it('writes, and proves what it has written', async () => {
    const { model, asked, written } = setUp(writes);
    await model.refresh();
    expect(model.canWrite).toBe(true);
    expect(model.isWritten).toBe(false);
    await model.write();
    expect(asked.map(({ write }) => write)).toEqual([false, true]);
    expect(written).toEqual(['a-pipeline']);
    expect(model.isWritten).toBe(true);
    expect(model.canWrite).toBe(false);
    expect(model.proof).toEqual(PROOF);
  });

  it('does not write while there is an error', async () => {
    const problem = {
      code: 'undefined-name',
      severity: 'error' as const,
      message: 'x is used, but no cell defines it.',
      cellId: 'a',
      cell: 1,
      line: 1,
      name: 'x',
      offer: null
    };
    const { model } = setUp(() => ({ ...REPLY, problems: [problem] }));
    await model.refresh();
    expect(model.canWrite).toBe(false);
  });

  it('asks the kernel for names without a value, once', async () => {
    const values = jest.fn(async () => ({ x: '3' }));
    const { model, asked } = setUp(() => ({ ...REPLY, names: ['x'] }), { values });
    await model.refresh();
    await model.refresh();
    expect(values.mock.calls).toEqual([[['x']]]);
    expect(asked.map(request => request.values)).toEqual([{}, { x: '3' }, { x: '3' }]);
  });

  it('forgets a proof of files that are others now, and keeps it of those that are not', async () => {
    let text = 'new';
    const { model } = setUp(({ write }) => ({
      ...REPLY,
      files: [{ path: 'pipeline.py', text, before: 'new' }],
      written: write ? ['pipeline.py'] : []
    }));
    await model.write();
    expect(model.proof).toEqual(PROOF);
    await model.refresh();
    expect(model.proof).toEqual(PROOF);
    text = 'newer';
    await model.refresh();
    expect(model.proof).toBeNull();
    expect(model.isWritten).toBe(false);
  });

  it('says why there is no answer, and no proof', async () => {
    const fails = (): never => {
      throw new Error('No server.');
    };
    const away = setUp(fails);
    await away.model.refresh();
    expect(away.model.message).toBe('No server.');
    expect(away.model.canWrite).toBe(false);
    const alone = setUp(writes, { prove: () => Promise.reject(new Error('No kernel.')) });
    await alone.model.write();
    expect(alone.model.proof).toBeNull();
    expect(alone.model.proofMessage).toBe('No kernel.');
  });

  it('stops a proof', async () => {
    let aborted = false;
    const { model } = setUp(writes, {
      prove: (_, onProof, signal) =>
        new Promise(done => {
          onProof({ ...PROOF, state: 'running' });
          signal.addEventListener('abort', () => {
            aborted = true;
            done({ ...PROOF, state: 'canceled' });
          });
        })
    });
    const writing = model.write();
    await new Promise<void>(seen =>
      model.changed.connect(() => model.proof?.state === 'running' && seen())
    );
    model.stopProof();
    await writing;
    expect(aborted).toBe(true);
    expect(model.proof).toBeNull();
  });
});
