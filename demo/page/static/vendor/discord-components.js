var f=(i,t,h)=>()=>{if(h)throw h[0];try{return i&&(t=i(i=0)),t}catch(e){throw h=[e],e}};var ue=(i,t)=>()=>{try{return t||i((t={exports:{}}).exports,t),t.exports}catch(h){throw t=0,h}};var N,i3=f(()=>{N=class extends Event{constructor(t,h,e,s){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=h,this.callback=e,this.subscribe=s??!1}}});var N8=f(()=>{});var Q,n8=f(()=>{i3();Q=class{constructor(t,h,e,s){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,r)=>{this.unsubscribe&&(this.unsubscribe!==r&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,r)),this.unsubscribe=r},this.host=t,h.context!==void 0){let o=h;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=h,this.callback=e,this.subscribe=s??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new N(this.context,this.host,this.t,this.subscribe))}}});var y3,U8=f(()=>{y3=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,h=!1){let e=h||!Object.is(t,this.o);this.o=t,e&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[h,{disposer:e}]of this.subscriptions)h(this.o,e)},t!==void 0&&(this.value=t)}addCallback(t,h,e){if(!e)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:h});let{disposer:s}=this.subscriptions.get(t);t(this.value,s)}clearCallbacks(){this.subscriptions.clear()}}});var m8,J,c8=f(()=>{i3();U8();m8=class extends Event{constructor(t,h){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=h}},J=class extends y3{constructor(t,h,e){super(h.context!==void 0?h.initialValue:e),this.onContextRequest=s=>{if(s.context!==this.context)return;let o=s.contextTarget??s.composedPath()[0];o!==this.host&&(s.stopPropagation(),this.addCallback(s.callback,o,s.subscribe))},this.onProviderRequest=s=>{if(s.context!==this.context||(s.contextTarget??s.composedPath()[0])===this.host)return;let o=new Set;for(let[r,{consumerHost:v}]of this.subscriptions)o.has(r)||(o.add(r),v.dispatchEvent(new N(this.context,v,r,!0)));s.stopPropagation()},this.host=t,h.context!==void 0?this.context=h.context:this.context=h,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new m8(this.context,this.host))}}});var q8=f(()=>{i3();});function s3({context:i}){return(t,h)=>{let e=new WeakMap;if(typeof h=="object")return{get(){return t.get.call(this)},set(s){return e.get(this).setValue(s),t.set.call(this,s)},init(s){return e.set(this,new J(this,{context:i,initialValue:s})),s}};{t.constructor.addInitializer((r=>{e.set(r,new J(r,{context:i}))}));let s=Object.getOwnPropertyDescriptor(t,h),o;if(s===void 0){let r=new WeakMap;o={get(){return r.get(this)},set(v){e.get(this).setValue(v),r.set(this,v)},configurable:!0,enumerable:!0}}else{let r=s.set;o={...s,set(v){e.get(this).setValue(v),r?.call(this,v)}}}return void Object.defineProperty(t,h,o)}}}var Z8=f(()=>{c8();});function D({context:i,subscribe:t}){return(h,e)=>{typeof e=="object"?e.addInitializer((function(){new Q(this,{context:i,callback:s=>{h.set.call(this,s)},subscribe:t})})):h.constructor.addInitializer((s=>{new Q(s,{context:i,callback:o=>{s[e]=o},subscribe:t})}))}}var F8=f(()=>{n8();});var Y=f(()=>{i3();N8();n8();c8();q8();Z8();F8()});var w3,$3,d8,I8,r3,W8,k,G8,f8,p8=f(()=>{w3=globalThis,$3=w3.ShadowRoot&&(w3.ShadyCSS===void 0||w3.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,d8=Symbol(),I8=new WeakMap,r3=class{constructor(t,h,e){if(this._$cssResult$=!0,e!==d8)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=h}get styleSheet(){let t=this.o,h=this.t;if($3&&t===void 0){let e=h!==void 0&&h.length===1;e&&(t=I8.get(h)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&I8.set(h,t))}return t}toString(){return this.cssText}},W8=i=>new r3(typeof i=="string"?i:i+"",void 0,d8),k=(i,...t)=>{let h=i.length===1?i[0]:t.reduce((e,s,o)=>e+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+i[o+1],i[0]);return new r3(h,i,d8)},G8=(i,t)=>{if($3)i.adoptedStyleSheets=t.map(h=>h instanceof CSSStyleSheet?h:h.styleSheet);else for(let h of t){let e=document.createElement("style"),s=w3.litNonce;s!==void 0&&e.setAttribute("nonce",s),e.textContent=h.cssText,i.appendChild(e)}},f8=$3?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let h="";for(let e of t.cssRules)h+=e.cssText;return W8(h)})(i):i});var He,Me,be,_e,ye,we,x3,K8,$e,xe,o3,a3,V3,Q8,R,l3=f(()=>{p8();p8();({is:He,defineProperty:Me,getOwnPropertyDescriptor:be,getOwnPropertyNames:_e,getOwnPropertySymbols:ye,getPrototypeOf:we}=Object),x3=globalThis,K8=x3.trustedTypes,$e=K8?K8.emptyScript:"",xe=x3.reactiveElementPolyfillSupport,o3=(i,t)=>i,a3={toAttribute(i,t){switch(t){case Boolean:i=i?$e:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let h=i;switch(t){case Boolean:h=i!==null;break;case Number:h=i===null?null:Number(i);break;case Object:case Array:try{h=JSON.parse(i)}catch{h=null}}return h}},V3=(i,t)=>!He(i,t),Q8={attribute:!0,type:String,converter:a3,reflect:!1,useDefault:!1,hasChanged:V3};Symbol.metadata??=Symbol("metadata"),x3.litPropertyMetadata??=new WeakMap;R=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,h=Q8){if(h.state&&(h.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((h=Object.create(h)).wrapped=!0),this.elementProperties.set(t,h),!h.noAccessor){let e=Symbol(),s=this.getPropertyDescriptor(t,e,h);s!==void 0&&Me(this.prototype,t,s)}}static getPropertyDescriptor(t,h,e){let{get:s,set:o}=be(this.prototype,t)??{get(){return this[h]},set(r){this[h]=r}};return{get:s,set(r){let v=s?.call(this);o?.call(this,r),this.requestUpdate(t,v,e)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Q8}static _$Ei(){if(this.hasOwnProperty(o3("elementProperties")))return;let t=we(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(o3("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(o3("properties"))){let h=this.properties,e=[..._e(h),...ye(h)];for(let s of e)this.createProperty(s,h[s])}let t=this[Symbol.metadata];if(t!==null){let h=litPropertyMetadata.get(t);if(h!==void 0)for(let[e,s]of h)this.elementProperties.set(e,s)}this._$Eh=new Map;for(let[h,e]of this.elementProperties){let s=this._$Eu(h,e);s!==void 0&&this._$Eh.set(s,h)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let h=[];if(Array.isArray(t)){let e=new Set(t.flat(1/0).reverse());for(let s of e)h.unshift(f8(s))}else t!==void 0&&h.push(f8(t));return h}static _$Eu(t,h){let e=h.attribute;return e===!1?void 0:typeof e=="string"?e:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,h=this.constructor.elementProperties;for(let e of h.keys())this.hasOwnProperty(e)&&(t.set(e,this[e]),delete this[e]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return G8(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,h,e){this._$AK(t,e)}_$ET(t,h){let e=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,e);if(s!==void 0&&e.reflect===!0){let o=(e.converter?.toAttribute!==void 0?e.converter:a3).toAttribute(h,e.type);this._$Em=t,o==null?this.removeAttribute(s):this.setAttribute(s,o),this._$Em=null}}_$AK(t,h){let e=this.constructor,s=e._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let o=e.getPropertyOptions(s),r=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:a3;this._$Em=s;let v=r.fromAttribute(h,o.type);this[s]=v??this._$Ej?.get(s)??v,this._$Em=null}}requestUpdate(t,h,e,s=!1,o){if(t!==void 0){let r=this.constructor;if(s===!1&&(o=this[t]),e??=r.getPropertyOptions(t),!((e.hasChanged??V3)(o,h)||e.useDefault&&e.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,e))))return;this.C(t,h,e)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,h,{useDefault:e,reflect:s,wrapped:o},r){e&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??h??this[t]),o!==!0||r!==void 0)||(this._$AL.has(t)||(this.hasUpdated||e||(h=void 0),this._$AL.set(t,h)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(h){Promise.reject(h)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,o]of this._$Ep)this[s]=o;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[s,o]of e){let{wrapped:r}=o,v=this[s];r!==!0||this._$AL.has(s)||v===void 0||this.C(s,void 0,o,v)}}let t=!1,h=this._$AL;try{t=this.shouldUpdate(h),t?(this.willUpdate(h),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(h)):this._$EM()}catch(e){throw t=!1,this._$EM(),e}t&&this._$AE(h)}willUpdate(t){}_$AE(t){this._$EO?.forEach(h=>h.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(h=>this._$ET(h,this[h])),this._$EM()}updated(t){}firstUpdated(t){}};R.elementStyles=[],R.shadowRootOptions={mode:"open"},R[o3("elementProperties")]=new Map,R[o3("finalized")]=new Map,xe?.({ReactiveElement:R}),(x3.reactiveElementVersions??=[]).push("2.1.2")});function ot(i,t){if(!M8(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Y8!==void 0?Y8.createHTML(t):t}function W(i,t,h=i,e){if(t===I)return t;let s=e!==void 0?h._$Co?.[e]:h._$Cl,o=m3(t)?void 0:t._$litDirective$;return s?.constructor!==o&&(s?._$AO?.(!1),o===void 0?s=void 0:(s=new o(i),s._$AT(i,h,e)),e!==void 0?(h._$Co??=[])[e]=s:h._$Cl=s),s!==void 0&&(t=W(i,s._$AS(i,t.values),s,e)),t}var u8,J8,C3,Y8,g8,L,H8,Ve,F,n3,m3,M8,st,z8,v3,X8,tt,q,et,ht,rt,b8,m,z,W4,I,C,it,Z,at,c3,A3,X,G,E3,k3,T3,S3,lt,Ce,vt,t3=f(()=>{u8=globalThis,J8=i=>i,C3=u8.trustedTypes,Y8=C3?C3.createPolicy("lit-html",{createHTML:i=>i}):void 0,g8="$lit$",L=`lit$${Math.random().toFixed(9).slice(2)}$`,H8="?"+L,Ve=`<${H8}>`,F=document,n3=()=>F.createComment(""),m3=i=>i===null||typeof i!="object"&&typeof i!="function",M8=Array.isArray,st=i=>M8(i)||typeof i?.[Symbol.iterator]=="function",z8=`[ 	
\f\r]`,v3=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,X8=/-->/g,tt=/>/g,q=RegExp(`>|${z8}(?:([^\\s"'>=/]+)(${z8}*=${z8}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),et=/'/g,ht=/"/g,rt=/^(?:script|style|textarea|title)$/i,b8=i=>(t,...h)=>({_$litType$:i,strings:t,values:h}),m=b8(1),z=b8(2),W4=b8(3),I=Symbol.for("lit-noChange"),C=Symbol.for("lit-nothing"),it=new WeakMap,Z=F.createTreeWalker(F,129);at=(i,t)=>{let h=i.length-1,e=[],s,o=t===2?"<svg>":t===3?"<math>":"",r=v3;for(let v=0;v<h;v++){let c=i[v],n,l,a=-1,b=0;for(;b<c.length&&(r.lastIndex=b,l=r.exec(c),l!==null);)b=r.lastIndex,r===v3?l[1]==="!--"?r=X8:l[1]!==void 0?r=tt:l[2]!==void 0?(rt.test(l[2])&&(s=RegExp("</"+l[2],"g")),r=q):l[3]!==void 0&&(r=q):r===q?l[0]===">"?(r=s??v3,a=-1):l[1]===void 0?a=-2:(a=r.lastIndex-l[2].length,n=l[1],r=l[3]===void 0?q:l[3]==='"'?ht:et):r===ht||r===et?r=q:r===X8||r===tt?r=v3:(r=q,s=void 0);let g=r===q&&i[v+1].startsWith("/>")?" ":"";o+=r===v3?c+Ve:a>=0?(e.push(n),c.slice(0,a)+g8+c.slice(a)+L+g):c+L+(a===-2?v:g)}return[ot(i,o+(i[h]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),e]},c3=class i{constructor({strings:t,_$litType$:h},e){let s;this.parts=[];let o=0,r=0,v=t.length-1,c=this.parts,[n,l]=at(t,h);if(this.el=i.createElement(n,e),Z.currentNode=this.el.content,h===2||h===3){let a=this.el.content.firstChild;a.replaceWith(...a.childNodes)}for(;(s=Z.nextNode())!==null&&c.length<v;){if(s.nodeType===1){if(s.hasAttributes())for(let a of s.getAttributeNames())if(a.endsWith(g8)){let b=l[r++],g=s.getAttribute(a).split(L),M=/([.?@])?(.*)/.exec(b);c.push({type:1,index:o,name:M[2],strings:g,ctor:M[1]==="."?E3:M[1]==="?"?k3:M[1]==="@"?T3:G}),s.removeAttribute(a)}else a.startsWith(L)&&(c.push({type:6,index:o}),s.removeAttribute(a));if(rt.test(s.tagName)){let a=s.textContent.split(L),b=a.length-1;if(b>0){s.textContent=C3?C3.emptyScript:"";for(let g=0;g<b;g++)s.append(a[g],n3()),Z.nextNode(),c.push({type:2,index:++o});s.append(a[b],n3())}}}else if(s.nodeType===8)if(s.data===H8)c.push({type:2,index:o});else{let a=-1;for(;(a=s.data.indexOf(L,a+1))!==-1;)c.push({type:7,index:o}),a+=L.length-1}o++}}static createElement(t,h){let e=F.createElement("template");return e.innerHTML=t,e}};A3=class{constructor(t,h){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=h}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:h},parts:e}=this._$AD,s=(t?.creationScope??F).importNode(h,!0);Z.currentNode=s;let o=Z.nextNode(),r=0,v=0,c=e[0];for(;c!==void 0;){if(r===c.index){let n;c.type===2?n=new X(o,o.nextSibling,this,t):c.type===1?n=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(n=new S3(o,this,t)),this._$AV.push(n),c=e[++v]}r!==c?.index&&(o=Z.nextNode(),r++)}return Z.currentNode=F,s}p(t){let h=0;for(let e of this._$AV)e!==void 0&&(e.strings!==void 0?(e._$AI(t,e,h),h+=e.strings.length-2):e._$AI(t[h])),h++}},X=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,h,e,s){this.type=2,this._$AH=C,this._$AN=void 0,this._$AA=t,this._$AB=h,this._$AM=e,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,h=this._$AM;return h!==void 0&&t?.nodeType===11&&(t=h.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,h=this){t=W(this,t,h),m3(t)?t===C||t==null||t===""?(this._$AH!==C&&this._$AR(),this._$AH=C):t!==this._$AH&&t!==I&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):st(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==C&&m3(this._$AH)?this._$AA.nextSibling.data=t:this.T(F.createTextNode(t)),this._$AH=t}$(t){let{values:h,_$litType$:e}=t,s=typeof e=="number"?this._$AC(t):(e.el===void 0&&(e.el=c3.createElement(ot(e.h,e.h[0]),this.options)),e);if(this._$AH?._$AD===s)this._$AH.p(h);else{let o=new A3(s,this),r=o.u(this.options);o.p(h),this.T(r),this._$AH=o}}_$AC(t){let h=it.get(t.strings);return h===void 0&&it.set(t.strings,h=new c3(t)),h}k(t){M8(this._$AH)||(this._$AH=[],this._$AR());let h=this._$AH,e,s=0;for(let o of t)s===h.length?h.push(e=new i(this.O(n3()),this.O(n3()),this,this.options)):e=h[s],e._$AI(o),s++;s<h.length&&(this._$AR(e&&e._$AB.nextSibling,s),h.length=s)}_$AR(t=this._$AA.nextSibling,h){for(this._$AP?.(!1,!0,h);t!==this._$AB;){let e=J8(t).nextSibling;J8(t).remove(),t=e}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},G=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,h,e,s,o){this.type=1,this._$AH=C,this._$AN=void 0,this.element=t,this.name=h,this._$AM=s,this.options=o,e.length>2||e[0]!==""||e[1]!==""?(this._$AH=Array(e.length-1).fill(new String),this.strings=e):this._$AH=C}_$AI(t,h=this,e,s){let o=this.strings,r=!1;if(o===void 0)t=W(this,t,h,0),r=!m3(t)||t!==this._$AH&&t!==I,r&&(this._$AH=t);else{let v=t,c,n;for(t=o[0],c=0;c<o.length-1;c++)n=W(this,v[e+c],h,c),n===I&&(n=this._$AH[c]),r||=!m3(n)||n!==this._$AH[c],n===C?t=C:t!==C&&(t+=(n??"")+o[c+1]),this._$AH[c]=n}r&&!s&&this.j(t)}j(t){t===C?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},E3=class extends G{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===C?void 0:t}},k3=class extends G{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==C)}},T3=class extends G{constructor(t,h,e,s,o){super(t,h,e,s,o),this.type=5}_$AI(t,h=this){if((t=W(this,t,h,0)??C)===I)return;let e=this._$AH,s=t===C&&e!==C||t.capture!==e.capture||t.once!==e.once||t.passive!==e.passive,o=t!==C&&(e===C||s);s&&this.element.removeEventListener(this.name,this,e),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},S3=class{constructor(t,h,e){this.element=t,this.type=6,this._$AN=void 0,this._$AM=h,this.options=e}get _$AU(){return this._$AM._$AU}_$AI(t){W(this,t)}},lt={M:g8,P:L,A:H8,C:1,L:at,R:A3,D:st,V:W,I:X,H:G,N:k3,U:T3,B:E3,F:S3},Ce=u8.litHtmlPolyfillSupport;Ce?.(c3,X),(u8.litHtmlVersions??=[]).push("3.3.3");vt=(i,t,h)=>{let e=h?.renderBefore??t,s=e._$litPart$;if(s===void 0){let o=h?.renderBefore??null;e._$litPart$=s=new X(t.insertBefore(n3(),o),o,void 0,h??{})}return s._$AI(i),s}});var _8,A,Ae,nt=f(()=>{l3();l3();t3();t3();_8=globalThis,A=class extends R{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let h=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=vt(h,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return I}};A._$litElement$=!0,A.finalized=!0,_8.litElementHydrateSupport?.({LitElement:A});Ae=_8.litElementPolyfillSupport;Ae?.({LitElement:A});(_8.litElementVersions??=[]).push("4.2.2")});var mt=f(()=>{});var _=f(()=>{l3();t3();nt();mt()});var T,ct=f(()=>{T=i=>(t,h)=>{h!==void 0?h.addInitializer(()=>{customElements.define(i,t)}):customElements.define(i,t)}});function V(i){return(t,h)=>typeof h=="object"?ke(i,t,h):((e,s,o)=>{let r=s.hasOwnProperty(o);return s.constructor.createProperty(o,e),r?Object.getOwnPropertyDescriptor(s,o):void 0})(i,t,h)}var Ee,ke,y8=f(()=>{l3();Ee={attribute:!0,type:String,converter:a3,reflect:!1,hasChanged:V3},ke=(i=Ee,t,h)=>{let{kind:e,metadata:s}=h,o=globalThis.litPropertyMetadata.get(s);if(o===void 0&&globalThis.litPropertyMetadata.set(s,o=new Map),e==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(h.name,i),e==="accessor"){let{name:r}=h;return{set(v){let c=t.get.call(this);t.set.call(this,v),this.requestUpdate(r,c,i,!0,v)},init(v){return v!==void 0&&this.C(r,void 0,i,v),v}}}if(e==="setter"){let{name:r}=h;return function(v){let c=this[r];t.call(this,v),this.requestUpdate(r,c,i,!0,v)}}throw Error("Unsupported decorator location: "+e)}});var dt=f(()=>{y8();});var ft=f(()=>{});var e3=f(()=>{});var pt=f(()=>{e3();});var zt=f(()=>{e3();});var ut=f(()=>{e3();});var gt=f(()=>{e3();});var Ht=f(()=>{e3();});var U=f(()=>{ct();y8();dt();ft();pt();zt();ut();gt();Ht()});function Mt(i,t,h){return i?t(i):h?.(i)}var bt=f(()=>{});var _t=f(()=>{bt()});var Rh,yt,wt=f(()=>{t3();({I:Rh}=lt),yt=i=>i.strings===void 0});var $t,w8,O3,D3=f(()=>{$t={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},w8=i=>(...t)=>({_$litDirective$:i,values:t}),O3=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,h,e){this._$Ct=t,this._$AM=h,this._$Ci=e}_$AS(t,h){return this.update(t,h)}update(t,h){return this.render(...h)}}});function Te(i){this._$AN!==void 0?(R3(this),this._$AM=i,xt(this)):this._$AM=i}function Se(i,t=!1,h=0){let e=this._$AH,s=this._$AN;if(s!==void 0&&s.size!==0)if(t)if(Array.isArray(e))for(let o=h;o<e.length;o++)d3(e[o],!1),R3(e[o]);else e!=null&&(d3(e,!1),R3(e));else d3(this,i)}var d3,R3,xt,Pe,L3,Vt=f(()=>{wt();D3();D3();d3=(i,t)=>{let h=i._$AN;if(h===void 0)return!1;for(let e of h)e._$AO?.(t,!1),d3(e,t);return!0},R3=i=>{let t,h;do{if((t=i._$AM)===void 0)break;h=t._$AN,h.delete(i),i=t}while(h?.size===0)},xt=i=>{for(let t;t=i._$AM;i=t){let h=t._$AN;if(h===void 0)t._$AN=h=new Set;else if(h.has(i))break;h.add(i),Pe(t)}};Pe=i=>{i.type==$t.CHILD&&(i._$AP??=Se,i._$AQ??=Te)},L3=class extends O3{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,h,e){super._$AT(t,h,e),xt(this),this.isConnected=t._$AU}_$AO(t,h=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),h&&(d3(this,t),R3(this))}setValue(t){if(yt(this._$Ct))this._$Ct._$AI(t,this);else{let h=[...this._$Ct._$AH];h[this._$Ci]=t,this._$Ct._$AI(h,this,0)}}disconnected(){}reconnected(){}}});var Ct=f(()=>{Vt()});var At=f(()=>{D3()});var Et=f(()=>{t3()});var $8,u,y=f(()=>{Ct();At();Et();$8=class extends L3{host;element;prevData={};eventData={};render(t){return C}update(t,[h]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(h),this.groom(h),this.prevData={...h}}apply(t){if(!t)return;let{prevData:h,element:e}=this;for(let[s,o]of Object.entries(t)){if(o===h[s])continue;let r=s.slice(1);switch(s[0]){case"@":this.eventData[r]=o,this.applyEvent(r,o);break;case".":e[r]=o;break;case"?":o?e.setAttribute(r,""):e.removeAttribute(r);break;default:o===null?e.removeAttribute(s):e.setAttribute(s,String(o));break}}}groom(t){let{prevData:h,element:e}=this;if(h)for(let[s,o]of Object.entries(h)){let r=s.slice(1);if(!t||!(s in t)&&e[r]===o)switch(s[0]){case"@":this.groomEvent(r,o);break;case".":e[r]=void 0;break;case"?":e.removeAttribute(r);break;default:e.removeAttribute(s);break}}}applyEvent(t,h){let{prevData:e,element:s}=this;this.eventData[t]=h,e[t]&&s.removeEventListener(t,this,h),s.addEventListener(t,this,h)}groomEvent(t,h){let{element:e}=this;Reflect.deleteProperty(this.eventData,t),e.removeEventListener(t,this,h)}handleEvent(t){let h=this.eventData[t.type];typeof h=="function"?h.call(this.host,t):h.handleEvent(t)}disconnected(){let{eventData:t,element:h}=this;for(let[e,s]of Object.entries(t)){let o=e.slice(1);h.removeEventListener(o,this,s)}}reconnected(){let{eventData:t,element:h}=this;for(let[e,s]of Object.entries(t)){let o=e.slice(1);h.addEventListener(o,this,s)}}},u=w8($8)});function B3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Oe}
	</svg>`}var Oe,kt=f(()=>{_();y();Oe=z`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`});function j3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${De}
	</svg>`}var De,Tt=f(()=>{_();y();De=z`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`});function N3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Re}
	</svg>`}var Re,St=f(()=>{_();y();Re=z`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`});function U3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Le}
	</svg>`}var Le,Pt=f(()=>{_();y();Le=z`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`});function q3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Be}
	</svg>`}var Be,Ot=f(()=>{_();y();Be=z`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`});function Z3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${je}
	</svg>`}var je,Dt=f(()=>{_();y();je=z`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`});function F3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ne}
	</svg>`}var Ne,Rt=f(()=>{_();y();Ne=z`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`});function I3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ue}
	</svg>`}var Ue,Lt=f(()=>{_();y();Ue=z`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`});function W3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${qe}
	</svg>`}var qe,Bt=f(()=>{_();y();qe=z`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`});function G3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ze}
	</svg>`}var Ze,jt=f(()=>{_();y();Ze=z`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`});function K3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fe}
	</svg>`}var Fe,Nt=f(()=>{_();y();Fe=z`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`});function Q3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ie}
	</svg>`}var Ie,Ut=f(()=>{_();y();Ie=z`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`});function J3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${We}
	</svg>`}var We,qt=f(()=>{_();y();We=z`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`});function Y3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ge}
	</svg>`}var Ge,Zt=f(()=>{_();y();Ge=z`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`});function X3(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ke}
	</svg>`}var Ke,Ft=f(()=>{_();y();Ke=z`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`});function t8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qe}
	</svg>`}var Qe,It=f(()=>{_();y();Qe=z`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`});function e8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Je}
	</svg>`}var Je,Wt=f(()=>{_();y();Je=z`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`});function h8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ye}
	</svg>`}var Ye,Gt=f(()=>{_();y();Ye=z`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`});function i8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xe}
	</svg>`}var Xe,Kt=f(()=>{_();y();Xe=z`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`});function s8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${t4}
	</svg>`}var t4,Qt=f(()=>{_();y();t4=z`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`});function r8(i={}){return m`<svg
		${u(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${e4}
	</svg>`}var e4,Jt=f(()=>{_();y();e4=z`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`});var Yt=f(()=>{kt();Tt();St();Pt();Ot();Dt();Rt();Lt();Bt();jt();Nt();Ut();qt();Zt();Ft();It();Wt();Gt();Kt();Qt();Jt()});function f3(){return h4}var h4,x8,V8,Ts,Ss,Xt,te,ee,Ps,he=f(()=>{Yt();h4=globalThis.$discordMessage??{};x8={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},V8=f3().avatars??{},Ts=Object.assign(x8,V8,{default:x8[V8.default]??V8.default??x8.blue}),Ss=f3().profiles??{},Xt=f3().defaultTheme==="light"?"light":"dark",te=f3().defaultMode==="compact"?"compact":"cozy",ee=f3().defaultBackground==="none"?"none":"discord",Ps=new Map([["heart",Z3()],["crystal",B3()],["diamond",j3()],["explosion",N3()],["flame",U3()],["flower",q3()],["key",F3()],["leaf",I3()],["lightning",W3()],["magic",G3()],["moon",K3()],["mushroom",Q3()],["mythical",J3()],["ornament",Y3()],["plasma",X3()],["rock",t8()],["shell",e8()],["skull",h8()],["sun",i8()],["sword",s8()],["water",r8()]])});function p3(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${i4}
	</svg>`}var i4,C8=f(()=>{_();y();i4=z`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`});function z3(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${s4}
	</svg>`}var s4,A8=f(()=>{_();y();s4=z`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`});function u3(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${r4}
	</svg>`}var r4,E8=f(()=>{_();y();r4=z`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`});function g3(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${o4}
	</svg>`}var o4,k8=f(()=>{_();y();o4=z`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`});function H3(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${a4}
	</svg>`}var a4,T8=f(()=>{_();y();a4=z`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`});var h3,S,B,l4,v4,ar,M3=f(()=>{Y();_();U();_t();he();C8();A8();E8();k8();T8();h3=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},S=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},B="light-theme",l4="compact-mode",v4="no-background",ar=(()=>{let i=[T("discord-messages")],t,h=[],e,s=A,o,r=[],v=[],c,n=[],l=[],a,b=[],g=[],M,p=[],d=[],H,E=[],$=[];var P=class extends s{static{e=this}static{let x=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[s3({context:B}),V({type:Boolean,reflect:!0,attribute:"light-theme"})],c=[s3({context:v4}),V({type:Boolean,reflect:!0,attribute:"no-background"})],a=[s3({context:l4}),V({type:Boolean,reflect:!0,attribute:"compact-mode"})],M=[V({reflect:!0,attribute:"channel-type"})],H=[V({reflect:!0,attribute:"channel-name"})],h3(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,O)=>{w.lightTheme=O}},metadata:x},r,v),h3(this,null,c,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:w=>"noBackground"in w,get:w=>w.noBackground,set:(w,O)=>{w.noBackground=O}},metadata:x},n,l),h3(this,null,a,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,O)=>{w.compactMode=O}},metadata:x},b,g),h3(this,null,M,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:w=>"channelType"in w,get:w=>w.channelType,set:(w,O)=>{w.channelType=O}},metadata:x},p,d),h3(this,null,H,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:w=>"channelName"in w,get:w=>w.channelName,set:(w,O)=>{w.channelName=O}},metadata:x},E,$),h3(null,t={value:e},i,{kind:"class",name:e.name,metadata:x},null,h),P=e=t.value,x&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:x})}static styles=k`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#t=S(this,r,!1);get lightTheme(){return this.#t}set lightTheme(x){this.#t=x}#e=(S(this,v),S(this,n,!1));get noBackground(){return this.#e}set noBackground(x){this.#e=x}#h=(S(this,l),S(this,b,!1));get compactMode(){return this.#h}set compactMode(x){this.#h=x}#i=(S(this,g),S(this,p,void 0));get channelType(){return this.#i}set channelType(x){this.#i=x}#s=(S(this,d),S(this,E,void 0));get channelName(){return this.#s}set channelName(x){this.#s=x}connectedCallback(){super.connectedCallback(),(this.lightTheme||Xt==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||te==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||ee==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let x;switch(this.channelType){case"text":x=m`${z3()}`;break;case"voice":x=m`${H3()}`;break;case"locked":x=m`${g3()}`;break;case"thread":x=m`${u3()}`;break;case"forum":x=m`${p3()}`;break}return m`
			${Mt(this.channelType&&this.channelName,()=>m`<div class="discord-channel-header">
						<div class="discord-channel-icon">${x}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),S(this,$)}static{S(e,h)}};return P=e})()});var o8,K,fr,ie=f(()=>{Y();_();U();M3();o8=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},K=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},fr=(()=>{let i=[T("discord-code")],t,h=[],e,s=A,o,r=[],v=[],c,n=[],l=[],a,b=[],g=[];var M=class extends s{static{e=this}static{let p=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[V({type:Boolean,reflect:!0})],c=[D({context:B,subscribe:!0}),V({type:Boolean,reflect:!0,attribute:"light-theme"})],a=[V({type:Boolean,reflect:!0})],o8(this,null,o,{kind:"accessor",name:"multiline",static:!1,private:!1,access:{has:d=>"multiline"in d,get:d=>d.multiline,set:(d,H)=>{d.multiline=H}},metadata:p},r,v),o8(this,null,c,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:d=>"lightTheme"in d,get:d=>d.lightTheme,set:(d,H)=>{d.lightTheme=H}},metadata:p},n,l),o8(this,null,a,{kind:"accessor",name:"embed",static:!1,private:!1,access:{has:d=>"embed"in d,get:d=>d.embed,set:(d,H)=>{d.embed=H}},metadata:p},b,g),o8(null,t={value:e},i,{kind:"class",name:e.name,metadata:p},null,h),M=e=t.value,p&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:p})}static styles=k`
		:host {
			background-color: #2f3136;
			white-space: break-spaces;
			font-family:
				Consolas,
				Andale Mono WT,
				Andale Mono,
				Lucida Console,
				Lucida Sans Typewriter,
				DejaVu Sans Mono,
				Bitstream Vera Sans Mono,
				Liberation Mono,
				Nimbus Mono L,
				Monaco,
				Courier New,
				Courier,
				monospace;
			border-radius: 3px;
		}

		code {
			padding: 0.2em;
			margin: -0.2em;
			border-radius: 3px;
			border: none;
			font-size: 85%;
			text-indent: 0;
			white-space: pre-wrap;
		}

		:host([multiline]) code {
			display: block;
			width: 90%;
			font-size: 0.875rem;
			line-height: 1.125rem;
			padding: 0.5em;
			background: #2b2d31;
			border: 1px solid #1e1f22;
		}

		:host([embed]) code {
			background-color: #1e1f22;
		}

		:host([embed][multiline]) code {
			display: block;
			width: 100%;
			padding: 7px;
			border-radius: 4px;
			background: #1e1f22;
		}

		:host([light-theme]) code {
			border-color: #e3e5e8;
			background-color: #f2f3f5;
		}

		:host([light-theme][embed]) code {
			background-color: #e3e5e8;
		}
	`;#t=K(this,r,!1);get multiline(){return this.#t}set multiline(p){this.#t=p}#e=(K(this,v),K(this,n,!1));get lightTheme(){return this.#e}set lightTheme(p){this.#e=p}#h=(K(this,l),K(this,b,!1));get embed(){return this.#h}set embed(p){this.#h=p}render(){return this.multiline?m`<discord-pre ?embed=${this.embed}
				><code><slot></slot></code
			></discord-pre>`:m`<code><slot></slot></code>`}constructor(){super(...arguments),K(this,g)}static{K(e,h)}};return M=e})()});var a8,se=f(()=>{a8=(i,t,h)=>{for(let e of t)if(e[0]===i)return(0,e[1])();return h?.()}});var S8=f(()=>{se()});var re,P8,yr,oe=f(()=>{_();U();S8();re=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},P8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},yr=(()=>{let i=[T("discord-header")],t,h=[],e,s=A,o,r=[],v=[];var c=class extends s{static{e=this}static{let n=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[V({type:Number,reflect:!0})],re(this,null,o,{kind:"accessor",name:"level",static:!1,private:!1,access:{has:l=>"level"in l,get:l=>l.level,set:(l,a)=>{l.level=a}},metadata:n},r,v),re(null,t={value:e},i,{kind:"class",name:e.name,metadata:n},null,h),c=e=t.value,n&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:n})}static styles=k`
		:host > * {
			margin: 16px 0 8px;
			font-weight: 700;
			line-height: 1.375em;
		}

		:host([level='1']) > h1 {
			font-size: 1.5rem;
		}

		:host([level='2']) > h2 {
			font-size: 1.25rem;
		}

		:host([level='3']) > h3 {
			font-size: 1rem;
		}

		:host([level='1']):first-child() > h1,
		:host([level='2']):first-child() > h2 {
			margin-top: 8px;
		}

		:host([level='3']):first-child() > h3 {
			margin-top: 4px;
		}
	`;#t=P8(this,r,1);get level(){return this.#t}set level(n){this.#t=n}ensureLevelIsNumber(){this.level&&!Number.isNaN(this.level)&&(this.level=Number(this.level))}checkLevel(){if(this.level<1||this.level>3)throw new RangeError("The level property must be a number between 1 and 3 (inclusive)")}render(){return this.ensureLevelIsNumber(),this.checkLevel(),a8(this.level,[[1,()=>m`<h1><slot></slot></h1>`],[2,()=>m`<h2><slot></slot></h2>`],[3,()=>m`<h3><slot></slot></h3>`]],()=>m`<slot></slot>`)}constructor(){super(...arguments),P8(this,v)}static{P8(e,h)}};return c=e})()});function n4(i){return i.startsWith("#")?i.slice(1):i}function m4(i){let t=i.length===3||i.length===4,h=t?`${i.slice(0,1)}${i.slice(0,1)}`:i.slice(0,2),e=t?`${i.slice(1,2)}${i.slice(1,2)}`:i.slice(2,4),s=t?`${i.slice(2,3)}${i.slice(2,3)}`:i.slice(4,6),o=(t?`${i.slice(3,4)}${i.slice(3,4)}`:i.slice(6,8))||"ff";return{r:h,g:e,b:s,a:o}}function l8(i){return Number.parseInt(i,16)}function c4({r:i,g:t,b:h,a:e}){return{r:l8(i),g:l8(t),b:l8(h),a:Number((l8(e)/255).toFixed(2))}}function d4(i){return typeof i=="number"||typeof i=="string"&&Number.isFinite(Number(i))}function f4(i,t){let{r:h,g:e,b:s,a:o}=i,r=d4(t)?t:o;return`rgba(${h}, ${e}, ${s}, ${r})`}function v8(i,t){let h=n4(i),e=m4(h),s=c4(e);return f4(s,t)}var ae=f(()=>{});function O8(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${p4}
	</svg>`}var p4,le=f(()=>{_();y();p4=z`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`});function D8(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${z4}
	</svg>`}var z4,ve=f(()=>{_();y();z4=z`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`});function R8(i={}){return m`<svg
		${u(i)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${u4}
	</svg>`}var u4,ne=f(()=>{_();y();u4=z`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`});var b3,j,Qr,me=f(()=>{Y();_();U();S8();ae();M3();C8();A8();E8();le();ve();k8();ne();T8();b3=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},j=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},Qr=(()=>{let i=[T("discord-mention")],t,h=[],e,s=A,o,r=[],v=[],c,n=[],l=[],a,b=[],g=[],M,p=[],d=[];var H=class extends s{static{e=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[V({type:Boolean,reflect:!0})],c=[V({reflect:!0})],a=[V({reflect:!0})],M=[D({context:B,subscribe:!0}),V({type:Boolean,reflect:!0,attribute:"light-theme"})],b3(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:$=>"highlight"in $,get:$=>$.highlight,set:($,P)=>{$.highlight=P}},metadata:E},r,v),b3(this,null,c,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:$=>"type"in $,get:$=>$.type,set:($,P)=>{$.type=P}},metadata:E},n,l),b3(this,null,a,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:$=>"color"in $,get:$=>$.color,set:($,P)=>{$.color=P}},metadata:E},b,g),b3(this,null,M,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,P)=>{$.lightTheme=P}},metadata:E},p,d),b3(null,t={value:e},i,{kind:"class",name:e.name,metadata:E},null,h),H=e=t.value,E&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=k`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#t=j(this,r,!1);get highlight(){return this.#t}set highlight(E){this.#t=E}#e=(j(this,v),j(this,n,"user"));get type(){return this.#e}set type(E){this.#e=E}#h=(j(this,l),j(this,b,void 0));get color(){return this.#h}set color(E){this.#h=E}setHoverColor=(j(this,g),()=>{this.color&&(this.style.backgroundColor=v8(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=v8(this.color,.1))};#i=j(this,p,!1);get lightTheme(){return this.#i}set lightTheme(E){this.#i=E}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=v8(this.color,.1)))}render(){return m`<span class="no-wrap"
				>${a8(this.type,[["channel",()=>z3()],["user",()=>m`@`],["role",()=>m`@`],["voice",()=>H3()],["locked",()=>g3()],["thread",()=>u3()],["forum",()=>p3()],["server-guide",()=>R8()],["channels-and-roles",()=>O8()],["customize-community",()=>D8()],["slash",()=>m`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),j(this,d)}static{j(e,h)}};return H=e})()});var ce,L8,eo,de=f(()=>{_();U();ce=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},L8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},eo=(()=>{let i=[T("discord-pre")],t,h=[],e,s=A,o,r=[],v=[];var c=class extends s{static{e=this}static{let n=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[V({type:Boolean,reflect:!0})],ce(this,null,o,{kind:"accessor",name:"embed",static:!1,private:!1,access:{has:l=>"embed"in l,get:l=>l.embed,set:(l,a)=>{l.embed=a}},metadata:n},r,v),ce(null,t={value:e},i,{kind:"class",name:e.name,metadata:n},null,h),c=e=t.value,n&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:n})}static styles=k`
		:host pre {
			border-radius: 4px;
			padding: 0;
			font-size: 0.75rem;
			line-height: 1rem;
			margin-top: 6px;
			white-space: pre-wrap;
			background-clip: border-box;
			width: 90%;
			border: none;
		}

		:host([embed]) pre {
			margin: 0;
			margin-top: 6px;
			width: 100%;
		}
	`;#t=L8(this,r,!1);get embed(){return this.#t}set embed(n){this.#t=n}render(){return m`<pre><slot></slot
		></pre>`}constructor(){super(...arguments),L8(this,v)}static{L8(e,h)}};return c=e})()});var fe,B8,lo,pe=f(()=>{Y();_();U();M3();fe=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},B8=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},lo=(()=>{let i=[T("discord-quote")],t,h=[],e,s=A,o,r=[],v=[];var c=class extends s{static{e=this}static{let n=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[D({context:B,subscribe:!0}),V({type:Boolean,reflect:!0,attribute:"light-theme"})],fe(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:l=>"lightTheme"in l,get:l=>l.lightTheme,set:(l,a)=>{l.lightTheme=a}},metadata:n},r,v),fe(null,t={value:e},i,{kind:"class",name:e.name,metadata:n},null,h),c=e=t.value,n&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:n})}static styles=k`
		:host {
			display: flex;
		}

		.discord-quote-divider {
			background-color: #4f545c;
			border-radius: 4px;
			font-size: 0.9em;
			font-style: normal;
			font-weight: 400;
			margin: 0;
			padding: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-quote-divider {
			background-color: #c4c9ce;
		}

		blockquote {
			margin-block-end: unset;
			margin-block-start: unset;
			margin-inline-end: unset;
			margin-inline-start: unset;
			padding: 0 8px 0 12px;
		}
	`;#t=B8(this,r,!1);get lightTheme(){return this.#t}set lightTheme(n){this.#t=n}render(){return m`
			<div class="discord-quote-divider"></div>
			<!-- display: inline -->
			<blockquote><slot></slot></blockquote>
		`}constructor(){super(...arguments),B8(this,v)}static{B8(e,h)}};return c=e})()});var j8,_3,zo,ze=f(()=>{Y();_();U();M3();j8=function(i,t,h,e,s,o){function r(H){if(H!==void 0&&typeof H!="function")throw new TypeError("Function expected");return H}for(var v=e.kind,c=v==="getter"?"get":v==="setter"?"set":"value",n=!t&&i?e.static?i:i.prototype:null,l=t||(n?Object.getOwnPropertyDescriptor(n,e.name):{}),a,b=!1,g=h.length-1;g>=0;g--){var M={};for(var p in e)M[p]=p==="access"?{}:e[p];for(var p in e.access)M.access[p]=e.access[p];M.addInitializer=function(H){if(b)throw new TypeError("Cannot add initializers after decoration has completed");o.push(r(H||null))};var d=(0,h[g])(v==="accessor"?{get:l.get,set:l.set}:l[c],M);if(v==="accessor"){if(d===void 0)continue;if(d===null||typeof d!="object")throw new TypeError("Object expected");(a=r(d.get))&&(l.get=a),(a=r(d.set))&&(l.set=a),(a=r(d.init))&&s.unshift(a)}else(a=r(d))&&(v==="field"?s.unshift(a):l[c]=a)}n&&Object.defineProperty(n,e.name,l),b=!0},_3=function(i,t,h){for(var e=arguments.length>2,s=0;s<t.length;s++)h=e?t[s].call(i,h):t[s].call(i);return e?h:void 0},zo=(()=>{let i=[T("discord-spoiler")],t,h=[],e,s=A,o,r=[],v=[],c,n=[],l=[];var a=class extends s{static{e=this}static{let b=typeof Symbol=="function"&&Symbol.metadata?Object.create(s[Symbol.metadata]??null):void 0;o=[V({type:Boolean,reflect:!0})],c=[D({context:B}),V({type:Boolean,reflect:!0,attribute:"light-theme"})],j8(this,null,o,{kind:"accessor",name:"activated",static:!1,private:!1,access:{has:g=>"activated"in g,get:g=>g.activated,set:(g,M)=>{g.activated=M}},metadata:b},r,v),j8(this,null,c,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:g=>"lightTheme"in g,get:g=>g.lightTheme,set:(g,M)=>{g.lightTheme=M}},metadata:b},n,l),j8(null,t={value:e},i,{kind:"class",name:e.name,metadata:b},null,h),a=e=t.value,b&&Object.defineProperty(e,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:b})}static styles=k`
		:host {
			background-color: #202225;
			border-radius: 3px;
			color: transparent;
			cursor: pointer;
		}

		:host([light-theme]) {
			background-color: #c4c9ce;
		}

		:host(:hover) {
			background-color: rgba(32, 34, 37, 0.8);
		}

		:host([light-theme]:hover) {
			background-color: #cfd3d7;
		}

		:host([activated]) {
			color: inherit;
			background-color: hsla(0, 0%, 100%, 0.1);
		}

		:host([light-theme][activated]) {
			background-color: #e5e5e5;
		}
	`;#t=_3(this,r,!1);get activated(){return this.#t}set activated(b){this.#t=b}#e=(_3(this,v),_3(this,n,!1));get lightTheme(){return this.#e}set lightTheme(b){this.#e=b}render(){return m`<slot
			@click=${()=>{this.activated=!0}}
			@keydown=${()=>{this.activated=!0}}
		></slot>`}constructor(){super(...arguments),_3(this,l)}static{_3(e,h)}};return a=e})()});var g4=ue(()=>{ie();oe();me();de();pe();ze()});export default g4();
/*! Bundled license information:

@lit/context/lib/context-request-event.js:
@lit/context/lib/create-context.js:
@lit/context/lib/controllers/context-consumer.js:
@lit/context/lib/value-notifier.js:
@lit/context/lib/controllers/context-provider.js:
@lit/context/lib/context-root.js:
@lit/reactive-element/decorators/query-assigned-elements.js:
lit-html/directives/when.js:
lit-html/directives/choose.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/context/lib/decorators/provide.js:
@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/async-directive.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/context/lib/decorators/consume.js:
lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
