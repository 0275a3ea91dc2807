// The words of the client around the messages, in the member's language.

let language = "en-US";

const ENGLISH = {
  members: "Who are you?",
  moderator: "moderator",
  channels: "Channels",
  direct: "Direct messages",
  restricted: "Age-restricted",
  unread: "unread",
  away: "The bot is away. It comes back by itself.",
  lost: "The demo has ended, or is out of reach.",
  noPlace: "There is no such place for you.",
  messages: "Messages",
  write: "Message",
  silent: "You can't write here.",
  send: "Send",
  attach: "Attach files",
  remove: "Remove",
  replying: "Replying to",
  cancel: "Cancel",
  reply: "Reply",
  more: "Message actions",
  apps: "Apps",
  openThread: "Create thread",
  threadName: "Thread name",
  copy: "Copy text",
  edit: "Edit message",
  delete: "Delete message",
  save: "Save",
  create: "Create",
  close: "Close",
  leaveAgain: "Not sent yet. Close once more to throw away what you filled in.",
  edited: "edited",
  used: "used",
  thinking: "is thinking…",
  onlyYou: "Only you can see this",
  dismiss: "Dismiss message",
  typing: "is typing…",
  typingMany: "are typing…",
  earlier: "Show earlier messages",
  beginning: "This is where it begins.",
  newMessages: "New messages",
  deleted: "Original message was deleted",
  clickToSee: "Click to see attachment",
  thread: "Thread",
  startedThread: "started a thread:",
  joined: "joined the server.",
  commands: "Commands",
  options: "More options",
  required: "This is needed",
  choose: "Choose",
  chooseFile: "Choose a file",
  dropHere: "Drop to attach",
  tooLarge: "is too large. At most",
  tooMany: "At most 10 files at once.",
  yes: "Yes",
  no: "No",
  submit: "Submit",
  failed: "This interaction failed",
  spoiler: "Spoiler: press to show",
  openOriginal: "Open in a new tab",
  previous: "Previous",
  next: "Next",
  panel: "Behind the scenes",
  menu: "Channels",
  noCommand: "There is no such command here.",
  hintTitle: "Try this",
  hintReply: "Reply to the newest picture",
  hintReplyText: "make it sepia",
  hintImagine: "Make a picture",
  hintImagineText: "a lighthouse in the snow at night",
  hintUpload: "Bring your own picture",
  hintUploadText: "blur it",
  hintThread: "Go on talking in the thread",
  hintHide: "Hide these hints",
};

const CHINESE = {
  members: "你是谁？",
  moderator: "管理员",
  channels: "频道",
  direct: "私信",
  restricted: "年龄限制",
  unread: "未读",
  away: "机器人暂时离线，会自动回来。",
  lost: "演示已结束，或者无法连接。",
  noPlace: "没有这个地方，或者你看不到它。",
  messages: "消息",
  write: "发消息到",
  silent: "你不能在这里发消息。",
  send: "发送",
  attach: "添加文件",
  remove: "移除",
  replying: "正在回复",
  cancel: "取消",
  reply: "回复",
  more: "消息操作",
  apps: "应用",
  openThread: "创建子区",
  threadName: "子区名称",
  copy: "复制文字",
  edit: "编辑消息",
  delete: "删除消息",
  save: "保存",
  create: "创建",
  close: "关闭",
  leaveAgain: "还没有发送。再关闭一次，就会丢弃已填写的内容。",
  edited: "已编辑",
  used: "使用了",
  thinking: "正在思考…",
  onlyYou: "只有你可以看到这条消息",
  dismiss: "忽略消息",
  typing: "正在输入…",
  typingMany: "正在输入…",
  earlier: "显示更早的消息",
  beginning: "这里是开头。",
  newMessages: "新消息",
  deleted: "原消息已被删除",
  clickToSee: "点击查看附件",
  thread: "子区",
  startedThread: "发起了一个子区：",
  joined: "加入了服务器。",
  commands: "命令",
  options: "更多选项",
  required: "此项为必填",
  choose: "请选择",
  chooseFile: "选择文件",
  dropHere: "拖放到此处上传",
  tooLarge: "太大了，最多",
  tooMany: "一次最多 10 个文件。",
  yes: "是",
  no: "否",
  submit: "提交",
  failed: "该交互失败",
  spoiler: "剧透：按下显示",
  openOriginal: "在新标签页中打开",
  previous: "上一张",
  next: "下一张",
  panel: "幕后",
  menu: "频道",
  noCommand: "这里没有这个命令。",
  hintTitle: "试试看",
  hintReply: "回复最新的图片",
  hintReplyText: "变成黑白",
  hintImagine: "画一张图",
  hintImagineText: "夜里雪中的灯塔",
  hintUpload: "用你自己的图片",
  hintUploadText: "模糊",
  hintThread: "到子区里接着聊",
  hintHide: "隐藏提示",
};

/** Speak the language of a member's client from now on. */
export function speak(locale) {
  language = locale;
}

/** Return the language of the present member's client. */
export function locale() {
  return language;
}

/** Name a locale's language in that language, without its country. */
export function languageOf(named) {
  const { language } = new Intl.Locale(named);
  return new Intl.DisplayNames([named], { type: "language" }).of(language);
}

/** Return a text in the member's language. */
export function t(name) {
  return (locale().startsWith("zh") ? CHINESE : ENGLISH)[name] ?? name;
}

/** Return the name or description of a command, option or choice in the member's language. */
export function localized(thing, field = "name") {
  return thing[`${field}_localizations`]?.[locale()] ?? thing[field];
}
