/** Loads a backend of TensorFlow.js, each from a chunk of its own; the binaries of WebAssembly are files of ours. */
import type { BackendName } from './graph-runner';

/** @throws an Error where the browser has no such thing. */
export async function prepareBackend(name: BackendName): Promise<void> {
  switch (name) {
    case 'wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths({
        'tfjs-backend-wasm.wasm': String(
          new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm', import.meta.url)
        ),
        'tfjs-backend-wasm-simd.wasm': String(
          new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', import.meta.url)
        ),
        'tfjs-backend-wasm-threaded-simd.wasm': String(
          new URL(
            '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm',
            import.meta.url
          )
        )
      });
      break;
    }
    case 'webgpu':
      if (!('gpu' in navigator)) {
        throw new Error('the browser has no WebGPU');
      }
      await import('@tensorflow/tfjs-backend-webgpu');
      break;
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      break;
  }
}
