import './console.css';
import './app/console.ts';
