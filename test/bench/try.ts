import { serveFloor, serveProduct } from "./rig.ts";
import { startLoad } from "./load/load.ts";
import { cpuOf, quiet } from "./processes.ts";
import { readSettings } from "#src/commands/workers.ts";
const load = await startLoad();
const s = readSettings(".dev.vars.example");
const q=(xs:number[],p:number)=>xs.toSorted((a,b)=>a-b)[Math.min(xs.length-1,Math.floor(xs.length*p))]?.toFixed(2);
const rigs = {} as Record<string, any>;
for (const [name, make] of Object.entries({ bare: () => serveFloor("bare"), durable: () => serveFloor("durable"), off: () => serveProduct("test/bench/undrained/worker.ts", load.graphBaseUrl) })) {
  const t=performance.now(); rigs[name]=await make(); console.log(name,"up",(performance.now()-t).toFixed(0), rigs[name].pid);
}
const count=200;
for (let r=0;r<3;r++) for (const name of Object.keys(rigs)) {
  const rig=rigs[name]; const sender={appSecret:s["WHATSAPP_APP_SECRET"]!,phoneNumberId:s["WHATSAPP_PHONE_NUMBER_ID"]!,port:rig.port};
  if(r===0){ const c0=cpuOf(rig.pid); const w=await load.closed(sender,{first:0,count,requests:count,messages:1},{wires:8,ms:60000}); await quiet(rig.pid); console.log(name,"cold cpu us",((cpuOf(rig.pid)-c0)*1000/w.latencies.length).toFixed(0),"rps",(w.latencies.length/w.seconds).toFixed(0),q(w.latencies,.5),"failed",w.failed); }
  const c0=cpuOf(rig.pid);
  const w=await load.closed(sender,{first:0,count,requests:1500,messages:1},{wires:8,ms:60000}); await quiet(rig.pid);
  const cpu=(cpuOf(rig.pid)-c0)*1000/w.latencies.length;
  const o=await load.open(sender,{first:0,count,requests:300,messages:1},200); await quiet(rig.pid);
  console.log(r,name,"cpu",cpu.toFixed(0),"rps",(w.latencies.length/w.seconds).toFixed(0),"c8 p50",q(w.latencies,.5),"open p50",q(o.latencies,.5),"p99",q(o.latencies,.99),"failed",w.failed,o.failed);
}
for (const r of Object.values(rigs)) await r.stop();
await load.end();
