import { loadScript } from './scripts.js';
loadScript(import.meta, 'reader.script.js');
