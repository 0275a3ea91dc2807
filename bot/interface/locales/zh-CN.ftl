## Commands

imagine-name = 画图
imagine-description = 用文字，或用文字加图片来画图
imagine-prompt = 想画什么
edit-name = 改图
edit-description = 修改图片：你附上的图片，或这里最新的一张
edit-menu = 修改图片
edit-prompt = 要改什么
edit-image = 要修改的图片
describe-name = 描述
describe-description = 用文字描述一张图片，并给出能画出它的提示词
describe-menu = 描述图片
describe-image = 要描述的图片
describe-which = 那条消息有 { $count } 张图片，要描述哪一张？
chat-name = 聊天
chat-description = 在子区里聊天，它会记住全部内容，包括图片
chat-message = 想说的话
chat-file = 想聊的图片、PDF、文本、音频或短视频
option-reference = 参考图片
option-aspect = 宽高比
aspect-auto = 由图片决定
option-size = 图片大小
option-model = 使用哪个模型
option-count = 画几张
option-thinking = 模型可以思考多久
option-search = 让模型搜索网页
option-thoughts = 用一行小字显示模型的思考
option-improve = 先把文字改得更好，再由你选
option-private = 只给你自己看
option-person = 一起使用谁的头像（须本人同意）
thinking-low = 短
thinking-medium = 中
thinking-high = 长

# What Discord calls the options: lower case, without spaces, at most 32 characters.
named-prompt = 描述
named-image = 图片
named-image2 = 图片2
named-image3 = 图片3
named-image4 = 图片4
named-aspect = 宽高比
named-size = 尺寸
named-model = 模型
named-count = 张数
named-thinking = 思考
named-search = 搜索
named-thoughts = 思考内容
named-improve = 润色
named-private = 仅自己可见
named-person = 人物
named-message = 内容
named-file = 文件

## Answers

painting = { $count ->
    [1] 🎨 { $model } 正在作画 · 开始于 { $since }
   *[other] 🎨 { $model } 正在作画 · 已完成 { $done }/{ $count } · 开始于 { $since }
}
writing = 💭 { $model } 正在处理 · 提交于 { $since }
picture-wanted = { $model } 想画的是：“{ $prompt }”
words-broke-off = 回答到这里中断了。
waiting = ⏳ 排队第 { $place } 位 · 提交于 { $since }
waiting-behind = ⏳ 等前一条回答完成后继续 · 提交于 { $since }
waiting-relay = ⏳ 图片服务暂时没有空位 · { $until } 再次请求（第 { $number }/{ $most } 次）
expected = 约需 { $seconds }{ "\u00A0" }秒
expected-end = 预计{ $end }完成
expected-late = 比平时久一些
seconds = { $seconds }{ "\u00A0" }秒
post-origin = 来自这张图片
post-style = 风格“{ $style }”
post-redone = 🔁 再画一次
alt-of = 第 { $number } 张，共 { $count } 张：{ $said }
alt-given = { $member } 提供的图片
sources = 🌐 来源：{ $links }
searches = 🌐 搜索了：{ $links }
late-ready = { $member } 已经好了。
answered-directly = 📬 { $member }，Discord 不接受在这里给你的回答，我改用私信发给你。
kept-for = 🗂️ { $member }，Discord 在这里和私信里都不接受这个结果。它已为你保留：在 Discord 接受的地方让我展示即可，不会再产生费用。
blocked-directly = 🛡️ { $member }，这个服务器的 AutoMod 屏蔽了其中的文字，所以直接发给你。
blocked-kept = 🛡️ { $member }，这个服务器的 AutoMod 屏蔽了其中的文字，我也无法直接联系你。它已为你保留：可以在别处显示，不再产生费用。
answer-to = -# ↪ { $member }
chat-thread = 聊天
picture-thread = 图片
thread-open = 🧵 子区已打开：{ $thread }
chat-asked = 💬 **{ $member }** 说：
chat-file-unseen = 📎 “{ $name }”已一并提交，但无法在这里显示。
button-cancel = 取消
button-stop = 停止
button-show = 显示
cancel-done = 已取消。
stop-done = 已停止。之前收到的内容会保留。
cancel-too-late = 已经开始作画，所以会计入额度。画好后会为你保留。
cancelled-kept = 🗂️ 已取消，但当时已开始作画。图片已保留。
kept-offered = 🗂️ 你之前要的结果没能展示给你，已为你保留。
called-off = 在发送之前已取消，没有消耗你的额度。
button-edit = 编辑
button-redo = 重画
button-retry = 再试一次
button-share = 公开分享
button-thread = 打开子区
button-more = 更多
button-original = 下载原图
button-imagine = 画出来
description-prompt = 提示词
button-regenerate = 重新回答
button-spoiler-on = 遮住
button-spoiler-off = 取消遮挡
spoiler-on = 已遮住，想看的人点一下才会显示。
spoiler-off = 已取消遮挡，大家都能直接看到。
button-here = 只改这里
button-paint = 画新的
button-words = 修改文字
button-mine = 画我的原文
improving = 💭 { $model } 正在润色文字 · 提交于 { $since }
improved = ✨ **润色后的文字**
button-see = 查看
button-clear = 清空
button-delete = 删除
delete-menu = 删除
delete-ask = 🗑️ 删除这条消息，连同我为它保存的内容？由它做出的其他图片会保留。删除后无法恢复。
delete-ask-private = 🗑️ 删除我为它保存的内容？由它做出的其他图片会保留。那条消息只有你能看到，只能由你自己关闭。删除后无法恢复。
delete-done = 已删除。
collect-menu = 用作参考
collected-waiting = 📎 有 { $count } 张图片等着你下一次 `/{ imagine-name }` 或 `/{ edit-name }`，会作为参考一起使用。保留一天。
collected-full = 还有 { $count } 张放不下：最多存 { $limit } 张。
collected-none = 现在没有等着用的图片。
avatar-name = 头像
avatar-description = 决定此服务器的成员能否在图片里使用你的头像
avatar-question = 👤 **{ $member }** 想在服务器 **{ $server }** 里用你的头像画图，可以吗？允许之后，那个服务器的所有成员都可以用，直到你收回。不允许的话，那里谁也用不了，我也不会再问你。
avatar-allowed = 👤 **{ $server }** 的成员可以用你的头像画图，直到你收回。可以在这里收回，也可以在那个服务器里用 `/{ avatar-name }`。
avatar-refused = 👤 **{ $server }** 里除了你自己，谁也不能用你的头像画图，我也不会来问你。可以在这里改，也可以在那个服务器里用 `/{ avatar-name }`。
avatar-undecided = 👤 **{ $server }** 里除了你自己，谁也不能用你的头像画图。有人想用时，我会先问你。你也可以现在就决定。
button-allow = 允许
button-refuse = 不允许
button-take-back = 收回
button-vary = 变体
button-aspect = 宽高比
button-upscale = 放大
repainted-vary = 变体：{ $words }
repainted-aspect = 改为 { $ratio }：{ $words }
repainted-upscale = 放大到 { $size }：{ $words }
details-facts = { $model } · { $size } · { $kind }，{ $megabytes } MB · { $member }，{ $made }
details-chosen = 所选：{ $what }
details-thinking = 思考时间{ $length }
details-search = 搜索网页
details-count = 一次 { $count } 张
details-took = 用时 { $seconds }{ "\u00A0" }秒
details-person = { $member } 的头像
details-before = 在此之前：
details-given = 你一起给的 { $count } 张图片：
details-drafts = 模型的 { $count } 张草稿：
details-own = 模型自己的 { $count } 张图片，还没有恢复其余部分：
details-credentials = { $count } 个文件带有内容凭证（C2PA），其中写明由谁、如何制作。我没有验证；**{ button-original }**会保留它。
details-links = 模型给出的原始文件：
details-parts = 超过此处 Discord 上限的文件已分成带编号的几部分。用 7-Zip 打开第一个，或自行合并：Windows 上 `copy /b name.001+name.002 name`，其他系统 `cat name.* > name`。
form-edit-title = 编辑这张图片
form-edit-prompt = 要改什么？
form-edit-placeholder = 改成黑白
form-edit-which = 哪一张？
form-edit-picture = 第 { $number } 张
form-edit-files = 更多参考图片
form-edit-as-before = 保持原样
form-imagine-title = 把它画出来
form-imagine-usual = 默认
form-style-title = 用风格“{ $name }”来画
here-title = 🎯 **只改这里** · 选出可以改动的部分，其余保持不变。
here-alt = 画上了网格的图片：{ $columns } 列 { $rows } 行，从左上角开始编号
here-cells = 选哪些格子？
here-place = 第 { $row } 行，第 { $column } 列
here-mask = 蒙版
here-names = 按名称选
here-things-title = 🎯 **只改这里** · 选出可以改动的东西，其余保持不变。
here-things-alt = 图片上用带编号的方框标出了菜单里的东西
here-which-thing = 改哪些？
here-no-things = 🎯 模型没能指出这里有什么。请改用网格选格子，或上传蒙版。
here-otherwise = 也可以用网格选格子，或上传蒙版。
here-mask-file = 你的蒙版
here-mask-how = 白色或涂过的地方可以改，黑色或透明的地方不变。形状要和图片相同。
here-form = 只改这一部分
here-placeholder = 一顶草帽

## Versions

history-name = 版本
history-description = 查看这次对话的所有版本，并从任意一个继续
undo-name = 撤销
undo-description = 回到上一个版本
version-title = { $pages ->
    [1] **版本** · 共 { $count } 个
   *[other] **版本** · 共 { $count } 个 · 第 { $page }/{ $pages } 页
}
version-none = 这里还没有版本。用 `/{ imagine-name }` 画一张图，或者回复一张图片，写上要改什么。
version-anew = 新的开始
version-from = ↳ 来自 { $version }
version-now = ◀ 当前
version-undone = 已撤销，仍保留
version-wordless = （没有文字）
version-jump = 查看
version-private = 只有你能看到
version-tree = 版本树：{ $links }
version-tree-root = { $version } 新的开始
version-tree-link = { $version } 来自 { $before }
version-tree-now = 当前：{ $version }
version-choose = 从这里继续…
version-older = 更早
version-newer = 更新
version-back = ↩️ { $member } 回到了版本 { $version }：{ $prompt }
undo-kept = 版本 { $version } 没有删除：`/{ history-name }` 里还有它，可以随时恢复。
undo-first = 版本 { $version } 之前没有别的了，它不是从其他版本来的。

## 风格

style-name = 风格
style-description = 把喜欢的画风存成一个名字，随时用它来画
style-save-name = 保存
style-save-description = 把文字、图片和其他选择存成一个风格
style-use-name = 使用
style-use-description = 用一个风格来画图
style-list-name = 列表
style-list-description = 查看你的风格和这个服务器的风格
style-delete-name = 删除
style-delete-description = 删除一个风格
style-called = 风格的名字
style-words = 每次作画都会附上的文字
style-image = 每次作画都会附上的图片
style-owner = 给谁用：只有你自己，还是这个服务器的所有人
style-which = 哪个风格
style-for-me = 我自己
style-for-server = 服务器
named-name = 名字
named-words = 文字
named-owner = 给谁
style-own = 只属于你
style-of-server = 属于这个服务器
style-pictures = { $count } 张图片
style-alt = 风格“{ $name }”的第一张图片
style-saved = 🔖 这个风格存好了。用 `/{ style-name } { style-use-name }` 就能用它来画。
style-replaced = 🔖 这个风格存好了，取代了原来同名的那个。
style-title = { $pages ->
    [1] **风格** · { $count } 个
   *[other] **风格** · { $count } 个 · 第 { $page } 页，共 { $pages } 页
}
style-none = 这里还没有风格。`/{ style-name } { style-save-name }` 可以把文字、图片和其他选择存成一个名字。
style-delete-ask = 🗑️ 要删除这个风格吗？用它画的图片会留下。删除后无法恢复。
style-deleted = 风格“{ $name }”已删除。
button-use = 使用
button-previous = 上一页
button-next = 下一页

## 服务器自己的图片服务

service-is = 🔌 从 <t:{ NUMBER($at, useGrouping: 0) }:f> 起，这里的所有请求都发往本服务器自己的图片服务 **{ $host }**，费用由服务器在那里支付。
service-is-none = 🔌 本服务器没有自己的图片服务：这里的请求发往机器人管理者的图片服务。
service-not-offered = 🔌 这里的服务器还不能使用自己的图片服务。机器人的管理者可以开启。
button-own-relay = 使用自己的服务
button-own-relay-change = 重新填写
button-own-relay-remove = 移除
form-own-relay = 自己的图片服务
form-own-relay-address = 地址
form-own-relay-address-placeholder = https://relay.example
form-own-relay-address-note = 以 https:// 开头，可从互联网访问。不要写 /v1beta 及其后面的部分。
form-own-relay-key = 密钥
form-own-relay-key-note = 加密保存，不再显示。我离开服务器时会删除它。
form-own-relay-auth = 密钥的发送方式
form-own-relay-bearer = Authorization: Bearer（大多数服务）
form-own-relay-api-key = x-goog-api-key（Google 官方）
service-address-refused = 我不能使用这个地址。它要以 https:// 开头，写明主机，并在 /v1beta 之类的部分之前结束。
service-key-refused = 这个地址上的服务不接受这个密钥。请重新复制，或换另一种发送方式。
service-balance = 服务接受这个密钥，但余额已用完。请充值后再填写一次。
service-unreachable = 这个地址没有响应。它必须是互联网上人人都能访问的地址。
service-refused = 这个地址上的服务既不列出模型，也不计算文字的长度。请向给你密钥的人确认地址。
error-own-relay-key = 本服务器自己的图片服务不接受它的密钥。管理服务器的人可以重新填写。
error-own-relay-locked = 本服务器自己的图片服务的密钥已无法读取。管理服务器的人可以重新填写。
error-own-relay-removed = 轮到你之前，本服务器自己的图片服务已被移除。请再试一次。
error-own-relay-balance = 本服务器自己的图片服务的余额已用完，需要由管理服务器的人处理。
error-own-relay-address = 本服务器自己的图片服务不在它的地址上。管理服务器的人可以重新填写。
error-own-relay-unreachable = 无法连接本服务器自己的图片服务。请过几分钟再试。

## Help

help-name = 帮助
help-description = 在一页里看看我能做什么
help =
    ✨ **一起画图、改图**
    🎨 { $imagine } 用文字画图，也可以再加最多四张参考图片。
    🖌️ **回复任意一张图片**，写下要改什么，改的就是那一张。消息里有好几张？先写编号，例如“2：把天空改成红色”。{ $edit } 也可以。
    🎯 图片下面的**只改这里**只改其中一处，其余保持原样。
    🔍 { $describe } 用文字描述一张图片，并给出能把它再画出来的提示词。
    🔖 { $style } 把一种风格存成一个名字，连同文字、图片和其他选择，给你自己或整个服务器用。
    💬 { $chat } 会打开一个子区，记住全部内容，包括图片。也可以在任何地方提及我。
    ↩️ { $history } 列出所有版本，可以从任意一个继续；{ $undo } 退回一个版本。
    📎 长按或右键任意带图片的消息：在**应用**里可以修改它、描述它，或留作下次画图的参考。
    👤 { $imagine } 的**{ named-person }**会带上某人的头像，须本人同意；用 { $avatar } 可以同意或收回。
    🤖 { $models } 列出每个模型能做什么。

    👉 **试一试**
    - 按下面的一个例子，画之前还可以改文字
    - 然后回复那张图片：*改成下雪天*
    - { $chat } *读书会的标志上可以画些什么？*

    -# 只有真的做出了东西，才会计入你当天的额度。排队时随时可以取消。
help-guest =
    ✨ **你把我带到了这里，这些可以用**
    🎨 { $imagine } 用文字画图，也可以再加最多四张参考图片。
    🖌️ { $edit } 修改你给的图片；我画的图片下面的按钮，改的就是那一张。
    🔍 { $describe } 用文字描述一张图片，并给出能把它再画出来的提示词。
    🔖 { $style } 把一种风格存成一个名字，连同文字、图片和其他选择，只给你自己用。
    📎 长按或右键任意带图片的消息：在**应用**里可以让我描述它。
    🤖 { $models } 列出每个模型能做什么。

    👉 **试一试**：按下面的一个例子，画之前还可以改文字。

    -# 我不是这里的成员，读不到消息。子区、版本和回复，在我是成员的地方可以用。
example-boat = 水洼里的纸船，清晨的光
example-fox = 路灯下看书的狐狸，木刻版画
example-logo = 读书会的标志，只用两种颜色
models-name = 模型
models-description = 看看有哪些模型，各能做什么
models-image = 画图
models-chat = 聊天
models-usual = · 默认
models-sizes = 尺寸 { $sizes }
models-aspects = 宽高比 { $aspects }
models-references = 最多参考 { $count } 张图片
models-takes = 可读取 { $takes }
models-thinking = 思考时间 { $levels }
models-search = 可以搜索网页
models-thoughts = 会说出思考
models-price = 每张图片 { $price }
models-price-range = { $least } 至 { $most }
models-price-answer = 每次回答 { $price }
models-price-tokens = 每百万 token 发送 { $input }，回答 { $output }
welcome =
    👋 **大家好！我和你们一起画图、改图。**
    🎨 试试 { $imagine } *暴风雨中的灯塔*，然后**回复那张图片**，写下要改什么。
    💬 { $chat } 会打开一个可以长聊的子区，{ $help } 在一页里介绍其余的功能。
welcome-lacks = ⚠️ 我在这个服务器里缺少权限：{ $missing }。服务器的管理者可以在“服务器设置 ▸ 身份组”里授予我。

## Settings of a server

settings-name = 设置
settings-description = 决定我在这个服务器的哪里、为谁、工作多少
settings-panel-name = 面板
settings-panel-description = 查看并更改这个服务器的设置
settings-export-name = 导出
settings-export-description = 以文件形式获取这个服务器的设置
settings-import-name = 导入
settings-import-description = 先看看会改变什么，再从文件导入设置
settings-import-file = TOML 文件，例如导出的文件
settings-exported = 📄 这个服务器的设置。随意更改后交给 `/{ settings-name } { settings-import-name }`。用在其他服务器时，请去掉频道和身份组。
settings-import-ask = 📥 这个文件会更改：
settings-import-same = 没有变化：文件里写的都已生效。
settings-import-wrong = 没有更改任何内容。这个文件有错误：
button-settings-import = 全部更改
settings-title = 这个服务器的设置
settings-hint = **粗体**是这个服务器的决定。在下面选择要更改的内容。
settings-choose = 想看什么？
topic-overview = 概览
topic-where = 在哪里
topic-who = 谁
topic-models = 模型
topic-much = 多少
topic-shown = 如何显示
topic-features = 功能
topic-records = 记录
topic-service = 自己的图片服务
topic-blocked = 被屏蔽的成员
settings-and-more = { $said }，还有 { $count } 个
settings-changed = ✅ 已更改：{ $settings }
settings-capped = 机器人的管理者规定，这里每人每天最多 { $pictures } 张图片、{ $answers } 次回答。
settings-blocked = { $count ->
    [0] 没有人被屏蔽。
   *[other] { $count } 位成员被屏蔽，不能在这里使用我。
}
settings-block = 屏蔽成员
settings-unblock = 按编号解除屏蔽
settings-blocked-now = 🚫 已屏蔽：{ $members }
settings-unblocked = ✅ 已解除屏蔽：{ $members }
button-settings-change = 更改
button-settings-more = 给身份组更多图片
form-settings-on = 成员在这里可以使用的功能
form-settings-count = 每天的图片数
form-settings-count-placeholder = 留空：这些身份组和其他人一样。
about-channels = 我在哪里工作，包括其中的子区。不选：我能发言的所有地方。
about-threads = 在频道里请求图片时是否开一个子区。
about-age_restricted_only = 我只在有年龄限制的频道里工作。
about-roles = 谁可以使用我。不选：所有人。
about-editors = 通过按钮或回复来修改。
about-models = 成员可以选择哪些。不选：全部。
about-image_model = 没人选择时由它来画。
about-chat_model = 没人选择时由它来回答。
about-aspect = 没人选择且模型支持时的宽高比。
about-size = 没人选择且模型支持时使用。
about-safety = 模型对内容过滤的严格程度。
about-off = 成员在这里不能使用的功能。
about-daily_pictures = 留空：按机器人的管理者允许的数量。
about-daily_messages = 留空：按机器人的管理者允许的数量。
about-more = 这些身份组的成员每天有多少图片；他们也可以使用我。
about-cooldown = 以秒计。留空：没有。
about-budget = 以美元计，如 25 或 12.50。留空：不限。
about-dearer = 某个模型不可用时，也可以用更贵的。
about-time_zone = 一天和一个月从何时开始，如 Asia/Shanghai。
about-spoilers = 每张图片在点击之前都被遮住。
about-show_cost = 每个回答都说明花了多少。
about-persona = 告诉模型在对话中扮演什么。
about-locale = 所有人看到的内容所用的语言。默认：Discord 里服务器的语言。
about-retention_days = 以天计。留空：按机器人的管理者的设置。
about-log_channel = 管理员在那里看我的记录：更改、屏蔽、举报、金额。
about-log_prompts = 成员公开请求的内容也会写在那里。
about-reports = 成员可以向管理员指出不该保留的内容。

## 隐私

privacy-name = 隐私
privacy-description = 看看我保存了你的什么，带走一份，或让我忘掉
privacy-show-name = 查看
privacy-show-description = 看看我保存了你的什么、保存多久、谁能看到
privacy-export-name = 导出
privacy-export-description = 把我保存的关于你的一切作为文件给你
privacy-forget-name = 忘记
privacy-forget-description = 让我忘掉我保存的关于你的一切
privacy-title = 🔒 **我保存了你的什么**
privacy-asked = - 你要过的：{ $requests }，得到的答复：{ $answers }
privacy-files = - 图片和其他文件：{ $count }（{ $megabytes } MB）
privacy-where = - 你在哪里要的：{ $places }
privacy-others = 另外 { $count } 个服务器
privacy-directly = 私信，或作为访客
privacy-waiting = - 做好了还没给你看的：{ $count }
privacy-styles = - 你保存的风格：{ $count }
privacy-references = - 你收集的图片：{ $count }
privacy-decisions = - 你对头像作的决定：{ $count }
privacy-changes = - 你改过的服务器设置：{ $count }
privacy-used = - 从 { $month } 起的用量：{ $pictures } 张图片，{ $answers } 个回答
privacy-language = - 你的 Discord 的语言：{ $language }
privacy-blocked = - 屏蔽你的服务器：{ $count }
privacy-avatar = 👤 **{ $server }** 的成员可以用你的头像。
privacy-how-long = ⏳ **保存多久：** 直到你删除显示它的消息、频道没了，或你让我忘掉。用量的总数会留下，不带你的名字。服务器可以定得更短。
privacy-how-long-days = ⏳ **保存多久：** { $count } 天，或直到你删除显示它的消息、频道没了，或你让我忘掉。用量的总数会留下，不带你的名字。风格会留到你删除为止。
privacy-who = 👀 **谁能看到：** 能看那个频道的人；私密的只有你自己。机器人的管理者可以查到。图片服务会收到你要的内容和图片；几个人一起聊的地方，还会收到你在那里的名字。
button-export-mine = 导出
button-forget = 忘掉我
button-forget-confirm = 是的，忘掉我
privacy-export = 📦 这就是我保存的关于你的一切：用任何文本编辑器打开 `about.json` 和 `requests-001.json`；你的图片在 `files` 里。别人说的和做的不在里面。一个文件放不下时，后面还有。
privacy-part = 📦 第 { $number } 个文件。以 `.001`、`.002` 结尾的是一个文件的几部分：按顺序接起来。
privacy-all = 📦 全部就是这些：{ $count } 个文件。
privacy-cut = 📦 已经发了 { $count } 个文件，剩下的我发不完了。请向机器人的管理者要其余的。
privacy-ask =
    🗑️ **要我忘掉你吗？** 这无法撤销。
    🧹 **永远消失：** 你在所有服务器和这里要过的一切和得到的结果，连同图片；你的风格，包括服务器的；你收集的图片；你对头像作的决定；你的语言；还有账目里你的名字。
    📌 **会留下：** Discord 里的消息。想删的请先用 **应用 ▸ { delete-menu }** 删掉：之后我就不知道是谁的了。别人用你的图片做的东西仍是他们的。你今天的用量会算到这一天结束，屏蔽你的服务器会继续屏蔽。
privacy-forgotten = 🗑️ 我已经忘掉你了。你的文件大约两小时内消失，今天的用量在这一天结束后消失。
privacy-at-work = 还在做的，做好后我马上忘掉。

## Quiet notes

note-more = ……还有 { $count } 条。
note-history-cut = 较早的内容放不下了；从现在起模型只看到较新的部分。
note-files-unread = { $model } 无法读取这段对话中的部分文件，将在没有它们的情况下继续。
note-signatures-rebuilt = 模型没有接受自己的历史，所以只根据图片继续。
note-other-relay = 由备用服务完成：{ $relay }。
note-other-model = { $asked } 暂时不可用，由 { $model } 代替。
note-model-not-here = 这个服务器不使用 { $asked }，由 { $model } 代替。
note-not-searched = 这次没有搜索网页：{ $model } 在这里做不到。
note-thoughts = 💡 思考：{ $thoughts }
note-shrunk = 模型得到的“{ $name }”是 { $size } 像素，由 { $given } 缩小而来：其中的细小内容已丢失。要保留，请切成几段。
note-no-picture = 这次回答没有图片，额度已退还。
note-half = 这张图片只到达了一部分，额度已退还。点“重画”可以再来一次。
note-draft = 模型没有给出最终的图片，这是它构思时的最后一张草稿。
note-result-barred = 图片在一个链接后面，而我不被允许从那里获取图片。机器人的管理者可以允许。
note-cut = 模型没有说完就停了。
note-stopped = 已按你的要求停在这里。
note-unreadable = 这条回复有一部分无法读取。
note-otherwise = 要求的是 { $asked }，模型画成了别的尺寸。
note-only-here = 🎯 只有选中的部分变了，其余每个像素都和原来一样。
note-not-only-here = 🎯 模型没有只改选中的部分：其余画面也移动了，所以无法恢复原样。
note-fitted = 为符合 Discord 的上传限制已缩小；原图仍保留。
note-no-thread = 这个服务器希望每张图片都有子区，但我没有权限：{ $missing }。
note-references = 一起用上了你存的 { $count } 张参考图片。
note-first-frame = 动图只使用了第一帧。

## What the member can mend

error-empty-prompt = 请告诉我要做什么：写下想看到的画面，或要修改的地方。
error-prompt-too-long = 太长了：最多 { $limit } 个字符。
error-nothing-to-edit = 这里没有可以修改的图片。请附上一张，或回复一张图片。
error-no-picture = 那条消息里没有图片。
error-proposal-over = 这个建议已过期，只保留一天。请用 `/{ imagine-name }` 重新来一次。
error-nothing-to-delete = 那条消息没有我保存的内容。这里能删除的是我的图片和回答。
error-references-gone = 你存的参考图片里有 { $count } 张已经不在，或你已看不到。
error-references-hidden = 你存的参考图片里有 { $count } 张在这里无法查看，先继续留着。
error-references-left = 你存的参考图片里有 { $count } 张留到下次：最多 { $limit } 张图片。
error-which-picture = 那条消息有 { $count } 张图片，你指的是哪一张？下次可以在开头写上编号，例如“2：把天空变红”。
error-unknown-model = 这里没有名为“{ $model }”的模型。可用的有：{ $known }。
error-unsupported-option = { $model } 不支持 { $value }。可用的有：{ $allowed }。
error-option-not-taken = { $model } 不能选择 { $value }。请去掉这个选项。
error-largest = { $model } 画不出更大的尺寸了。
error-thinking-not-taken = { $model } 不能选择这样的思考时间。请换一个，或去掉这个选项。
error-search-not-taken = { $model } 在这里不能搜索网页。请换一个模型，或去掉这个选项。
error-unknown-style = 这里没有叫“{ $name }”的风格。`/{ style-name } { style-list-name }` 会列出现有的风格。
error-style-nameless = 风格需要一个看得见的名字。
error-style-empty = 还没有可以保存的内容：请给出文字、图片，或选一个选项。
error-style-gone = 那个风格已经删除了。
error-style-elsewhere = 那个风格属于别人，或属于别的服务器。
error-usage-server = 整个服务器的用量由可以管理服务器的人来看。
error-grant-server = 额度由可以管理服务器的人来增加。
error-unknown-period = 没有 { $period } 这个月。请从列表里选。
error-grant-too-large = 每位成员一天最多可以增加 { NUMBER($pictures) } 张图片和 { NUMBER($answers) } 个回答，合计计算。
error-style-server = 服务器的风格由可以管理服务器的人来保存和删除。
error-style-no-server = 这里不是有自己风格的服务器。请把它存给你自己。
error-style-left = 风格里有 { $count } 张图片没有用上：最多 { $limit } 张图片。
error-styles-full = 你已有 { $limit } 个风格，不能再多了。请删除一个，或用它的名字保存这一个。
error-styles-full-server = 这个服务器已有 { $limit } 个风格，不能再多了。请删除一个，或用它的名字保存这一个。
error-thoughts-not-told = { $model } 不透露它的思考。请换一个模型，或去掉这个选项。
error-elsewhere = 这属于另一个频道，只能在那里使用。
error-private = 这是为别人单独做的，只有本人可以使用。
error-person-asked = 👤 已经问了 { $member }。对方同意后，请再用一次这个命令。没有产生费用。
error-person-refused = 这里不能使用 { $member } 的头像。
error-person-closed = { $member } 不接收我的私信，所以没法问能否使用头像。对方可以在这个服务器里用 `/{ avatar-name }` 允许。
error-person-too-many = 你已经向 { $limit } 个人问过头像，还没有人回答。请等他们回答，或者明天再问。
error-person-bot = { $member } 是机器人，没法同意。请选一个人。
error-person-elsewhere = 在这里没法问 { $member }：我只能问我所在服务器的成员。你自己的头像在哪里都能用。
error-person-no-avatar = { $member } 没有自己的头像。
error-person-taken-back = 这是用别人的头像画的，而本人在这里不允许。
error-server-gone = 我已不在那个服务器里，没有什么需要决定的了。
error-not-yours = 这是 { $member } 的。只有本人，或在这里可以管理消息的人，才能这样做。
error-asked-another = 这是在问 { $member }，只有本人可以选择。想自己修改图片，请回复那张图片。
error-version-unseen = 这里不是所有人都能看到那个版本，所以不能从它继续。
error-gone = 那张图片或消息已不再保留。
error-unknown-control = 这个按钮或表单来自我的另一个版本，我不知道它是做什么的。什么也没有发生。用 `/{ help-name }` 看看我现在能做什么。
error-already-shown = 这已经完成了，请在本频道里查看。
error-setting-invalid = { $setting }不能设成这样。没有任何更改。
error-setting-changed = { $setting }刚刚被别人改过。你的更改没有保存：请重新查看后再改。
error-settings-server = 设置属于我所在的服务器。请在那里使用。
error-settings-manager = 只有可以管理服务器的人才能查看和更改它的设置。
error-setting-switch = “{ $setting }”只能是 true 或 false。
error-setting-number = “{ $setting }”只能是 { $least } 到 { $most } 的整数。
error-setting-money = “{ $setting }”以美元计，最多两位小数，如 25 或 12.50，不超过 { $most }。
error-setting-words = “{ $setting }”是文字，最多 { $most } 个字符。
error-setting-choice = “{ $setting }”不能是“{ $value }”。可以是：{ $allowed }。
error-setting-channels = “{ $setting }”是这个服务器的频道 ID；“{ $value }”不是。
error-setting-roles = “{ $setting }”是这个服务器的身份组 ID；“{ $value }”不是可以给成员的身份组。
error-setting-closed = “{ $setting }”：我无法在 { $channels } 发消息。请允许我查看频道并发送消息，或者另选一个。
error-setting-time-zone = “{ $setting }”：没有时区“{ $value }”。请写 IANA 列表中的名称，如 Asia/Shanghai。
error-setting-list = “{ $setting }”需要多个值：列表，或身份组图片数的表。
error-setting-many = “{ $setting }”最多 { $most } 个。
error-setting-unknown = 我不认识名为“{ $value }”的设置。
error-settings-file = 无法以 TOML 格式读取这个文件。请使用导出的文件，只更改“=”后面的内容。
error-still-at-work = 这个请求还在处理中，结果会出现在原来的地方。
error-over = 这已经结束了，没有可以停止的内容。
error-guest-picture = 我不是这里的成员，无法再次查看那张图片。请保存图片，再用 `/{ edit-name }` 发给我。
error-guest-first = 那条消息有 { $count } 张图片。我不是这里的成员，只描述了第一张。想看别的，请保存图片，再用 `/{ describe-name }` 发给我。
error-no-threads-here = 这里不能开子区。请在文字频道里试试。
error-attachment-unreachable = 无法从 Discord 取得“{ $name }”。请重新附上。
error-attachment-host = “{ $name }”不在 Discord 上，所以没有下载。请作为文件附上。
error-picture-one-too-many = 没有使用“{ $name }”：最多 { $limit } 张图片。
error-picture-empty = “{ $name }”是空文件。
error-picture-type = “{ $name }”不是可用的图片。请以文件形式上传：PNG、JPEG、WebP、HEIC、AVIF、GIF、BMP 或 TIFF。
error-picture-drawn = “{ $name }”是由 Discord 实时绘制的动态贴纸，没有图片可用。
error-text-one-too-many = 没有使用“{ $name }”：最多 { $limit } 个文本文件。
error-text-too-long = 没有使用“{ $name }”：文本文件最多 { $limit } KB。
error-text-unreadable = 无法把“{ $name }”当作文本读取。请存为 UTF-8，或直接粘贴文字。
error-file-not-taken = 无法使用“{ $name }”：{ $model } 能读取{ $takes }。
error-file-one-too-many = 没有使用“{ $name }”：图片和文本之外最多 { $limit } 个文件。
error-files-too-large = “{ $name }”放不下：一条消息里图片和文本之外的文件合计最多 { $limit } MB。
error-file-too-long = “{ $name }”太长：最多 { $limit } 分钟。请截取需要的部分。
error-file-broken = “{ $name }”已损坏或不完整。
error-file-locked = “{ $name }”设有密码或禁止复制。请去除保护后另存，再重新附上。
takes-pictures = 图片
takes-text = 文本和代码
takes-pdf = PDF
takes-audio = 音频
takes-video = 短视频
error-picture-unreadable = 无法把“{ $name }”当作图片读取。
error-picture-broken = “{ $name }”已损坏或不完整。
error-picture-too-large = “{ $name }”太大：最多 { $limit } MB。
error-picture-too-many-pixels = “{ $name }”有 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 像素，即 { $megapixels } 百万像素：最多 { $limit } 百万。请缩小后重新附上。
error-picture-too-many-pixels-held = “{ $name }”有 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 像素，即 { $megapixels } 百万像素：以这种方式存储的文件最多能读 { $limit } 百万。请存为普通 JPEG，或缩小。
error-picture-too-long = “{ $name }”有 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 像素：每边最多 { NUMBER($limit, useGrouping: 0) }。请切成几段后附上。
error-mask-shape = “{ $name }”的形状和图片不一样，图片是 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 像素。请在图片的副本上画蒙版。
error-mask-none = “{ $name }”不是蒙版：请把要改的地方涂成白色，其余涂成黑色，不要有灰色。
error-mask-empty = “{ $name }”里没有白色或涂过的地方，所以什么都不会改。请把要改的地方涂成白色。
error-mask-all = “{ $name }”整张都是白色或涂满了。请把要保留的地方留成黑色或透明，或者改用**编辑**。
error-picture-raw = “{ $name }”是相机的 RAW 原始文件。请导出为 JPEG 后附上。
error-picture-codec = “{ $name }”的存储方式在这里无法读取（{ $codec }）。请存为 JPEG 或 PNG 后附上。
error-picture-too-many-parts = “{ $name }”的帧数或组成部分太多。

## Limits

error-blocked = 这个服务器的管理员不允许你在这里使用我。如果你觉得弄错了，请联系管理员。没有发送任何内容，也没有产生费用。
error-not-in-this-channel = 在这个服务器里，我只在{ $channels }工作。请到那里再试。没有产生费用。
error-not-age-restricted = 在这个服务器里，我只在有年龄限制的频道工作。请到那里再试。没有产生费用。
error-role-needed = 在这个服务器里，使用我需要以下任一身份组：{ $roles }。管理员可以给你。没有产生费用。
error-feature-off-chat = 这个服务器关闭了聊天，图片仍然可以用。管理服务器的人可以用 `/{ settings-name } { settings-panel-name }` 打开。
error-feature-off-search = 这个服务器关闭了网络搜索。请不用搜索再试一次。管理服务器的人可以用 `/{ settings-name } { settings-panel-name }` 打开。
error-feature-off-person = 这个服务器关闭了在图片中使用头像。请不指定人物再试一次。管理服务器的人可以用 `/{ settings-name } { settings-panel-name }` 打开。
error-feature-off-files = 这个服务器关闭了图片以外的文件。请不带文件再试一次。管理服务器的人可以用 `/{ settings-name } { settings-panel-name }` 打开。
error-price-unknown = 这个服务器设了预算，而没有人知道 { $model } 的价格。请换一个模型。没有产生费用。
error-cooling-down = 你刚刚才请求过，这个服务器希望两次之间隔一会儿。请在 <t:{ NUMBER($until, useGrouping: 0) }:R> 再试。没有产生费用。
error-budget-used-up = 这个服务器本月剩下的预算不够这次使用。<t:{ NUMBER($resets, useGrouping: 0) }:f> 起会有新的预算，管理服务器的人也可以用 `/{ settings-name } { settings-panel-name }` 提高预算。没有产生费用。
error-budget-too-small = 这个服务器一个月的预算不够这一次用。管理服务器的人可以用 `/{ settings-name } { settings-panel-name }` 提高预算。没有产生费用。
error-money-used-up = 这个服务器本月剩下的预算不够这次使用。<t:{ NUMBER($resets, useGrouping: 0) }:f> 起会有新的预算，机器人的管理者也可以给服务器更多。没有产生费用。
error-money-too-small = 这个服务器一个月可用的金额不够这一次用。机器人的管理者可以增加。没有产生费用。
error-quota-none = 你在这里每天没有图片额度。管理服务器的人或机器人的管理者可以增加。没有产生费用。
error-messages-none = 你在这里每天没有回答额度。管理服务器的人或机器人的管理者可以增加。没有产生费用。
error-quota-used-up = 你今天的 { $limit } 张图片已用完。新的额度 <t:{ NUMBER($resets, useGrouping: 0) }:R> 开始。
error-quota-left = 你今天只剩 { $left } 张图片，而这次会画 { $count } 张。新的额度 <t:{ NUMBER($resets, useGrouping: 0) }:R> 开始。
error-messages-used-up = 你今天的 { $limit } 次文字回答已用完。新的额度 <t:{ NUMBER($resets, useGrouping: 0) }:R> 开始。
error-too-many-at-once = 你已有 { $limit } 个任务在进行中。请等其中一个完成。
error-queue-full = 现在排队的人太多了。请一分钟后再试。
error-restarting = 我正在重启。请一分钟后再试。

## The relay

error-relay-unreachable = 无法连接图片服务。请过几分钟再试。
error-all-down = 目前没有可用的服务。可以在 <t:{ NUMBER($retry, useGrouping: 0) }:R> 再试。
error-relay-busy = 图片服务正忙。请一分钟后再试。
error-relay-busy-until = 图片服务正忙。可以在 <t:{ NUMBER($retry, useGrouping: 0) }:R> 再试。
error-relay-balance = 图片服务的余额已用完，需要由机器人的管理者处理。
error-key-rejected = 图片服务不接受本机器人的密钥，需要由机器人的管理者处理。
error-wrong-address = 图片服务不在本机器人所用的地址上，需要由机器人的管理者处理。
error-model-unavailable = 这个模型暂时不可用。请换一个，或稍后再试。
error-request-rejected = 图片服务没有接受这个请求。请换个说法，或换一张图片。
error-signature-rejected = 模型无法接着这段对话里之前的图片继续。请重新开始，并附上你想修改的图片。
error-request-too-large = 一次的内容对模型来说太多了。请用更少或更小的图片，或更短的文字。
error-relay-fault = 图片服务处理时出错了。请过几分钟再试。
error-relay-timeout = 图片服务没有及时回答。
error-connection-broke = 图片服务还没答完，连接就断开了。
answer-broke-off = 回答到这里中断了，已收到的部分会保留。
answer-in-file = 以上是开头，全文在文件里。
error-stopped = 已停止，还没有收到任何内容。
error-interrupted = 图片服务还在处理时，我被重启了。
error-reply-unreadable = 图片服务返回了无法读取的内容。
error-reply-packed = 图片服务压缩回答的方式在这里无法打开（{ $packing }），需要由机器人的管理者处理。
error-result-barred = 图片服务返回的是一个链接，而我不被允许从那里获取图片。机器人的管理者可以允许。
error-reply-empty = 图片服务返回了空的回答。
error-reply-too-long = 模型还没做出什么，篇幅就用完了。请一次少要求一些。
error-reply-unfinished = 模型做到一半就停了，还没有可显示的内容。请再试一次，或一次少要求一些。
failed-share = { $count } 张中有 { $number } 张：{ $said }
cost-none = 没有消耗你的额度。
cost-possible = 不确定是否已计费；你的额度已退还。
cost-spent = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 4) }

## Refusals

error-refused = 模型因为一个我还不认识的原因拒绝了。请换个说法，或再试一次。

# What was asked

refused-prompt-safety = 模型的安全规则不接受你的请求。请换个说法或换一张图片。
refused-prompt-image-safety = 模型的安全规则不允许画这样的图片。请换一个温和些的画面，或换用其他图片。
refused-prompt-prohibited = 模型的规则不允许这样的内容。请换个要求。
refused-prompt-blocklist = 你用了一个模型不接受的词。请换一个词。
refused-prompt-armor = 提供方的防护在模型读到之前就拦下了这个请求。请说得更直白些，不要粘贴文本或链接。
refused-prompt-jailbreak = 模型认为这是想绕开它的规则。请直接说出你想要什么。
refused-prompt-other = 模型没有接受这个请求，也没有说明原因。请换个说法、换一种语言，或换用其他图片。

# What was made

refused-safety = 模型的安全规则中止了它的回答。请换个说法。
refused-image-safety = 模型的安全规则扣下了它画的图片。请换个说法，或换一个温和些的画面。
refused-prohibited = 回答中会有模型的规则不允许的内容。请换个要求。
refused-image-prohibited = 图片中会有模型的规则不允许的内容。请去掉知名人物、角色和品牌，或换个要求。
refused-recitation = 回答太接近他人的文字。请换一种措辞来要求。
refused-image-recitation = 图片太接近他人的作品。请用自己的话描述你想看到的画面。
refused-blocklist = 回答中出现了模型不能使用的词。请换个说法。
refused-personal = 回答会透露个人信息。请去掉姓名、地址和号码。
refused-armor = 提供方的防护拦下了模型的回答。请换个说法。
refused-escalation = 模型的提供方扣下了这个回答，要自行审查。请换个要求。
refused-account = 模型的提供方限制了这个账号，需要由机器人的管理者处理。
refused-no-image = 模型没有画出图片。请说明图片上应该有什么，或再试一次。
refused-image-other = 模型无法给出它画的图片，也没有说明原因。请换个说法，或再试一次。
refused-language = 模型不懂这种语言。请换一种语言。
refused-malformed-call = 模型用错了自己的一个工具。请再试一次。
refused-unexpected-call = 模型想用一个这里没有的工具。请再试一次，或换个不需要工具的要求。
refused-too-many-calls = 模型反复使用工具，却没有结果。请一次少要求一些。
refused-malformed-response = 模型的回答乱了。请再试一次。
refused-other = 模型没有完成，也没有说明原因。请换个说法，或再试一次。

# What the relay itself does not pass on

refused-by-relay-blocked = 图片服务说模型拦下了这个请求。请换个说法，或换用其他图片。
refused-by-relay-words = 图片服务发现了一个它不转发的词。请换一个词。
refused-by-relay-policy = 图片服务自己的规则拒绝了这个请求。请换个要求。
refused-by-relay-filter = 图片服务的内容过滤拦下了这个请求。请换个说法。

## Usage

named-period = 时间
named-member = 成员
named-pictures = 图片
named-answers = 回答
usage-name = 用量
usage-description = 看看你用了多少、还剩多少；管理服务器的人能看到全部
usage-period = 某个月，或今天；不填就是本月
period-today = 今天
period-this-month = 本月
period-last-month = 上个月
usage-title = ## 📊 用量 · { $period }
usage-you = **你**
usage-server = **这个服务器**
usage-today = 今天：{ $used }
usage-in = { $period }：{ $used }
usage-left = 今天还剩：{ $pictures }，{ $answers }。新的一天 <t:{ NUMBER($resets, useGrouping: 0) }:R> 开始。
usage-pictures = { $count } 张图片
usage-answers = { $count } 个回答
usage-refused = 被拒 { $count } 次
usage-nothing = 没有
usage-nothing-more = 没有任何用量。
usage-budget = { $bar } { $budget } 的 { $percent } % · 新的预算 <t:{ NUMBER($resets, useGrouping: 0) }:R>
usages-days = 按天
usages-cost = 每天的费用
usages-members = 按成员
usages-channels = 按频道
usages-models = 按模型
usage-kind-pictures = 图片
usage-kind-answers = 回答
usage-alt-days = { $period } 每天的柱形图：{ $said }
usage-alt-most = { $period } 的柱形图：{ $said }
button-usage-table = 表格（CSV）
usage-table = 📄 { $period } 的全部用量，可用表格软件打开。
usage-table-cut = 📄 { $period } 的用量，可用表格软件打开：每一类只有用得最多的 { $most } 个。
grant-name = 增加额度
grant-description = 给一位成员增加今天的额度
grant-member = 给谁增加
grant-pictures = 增加多少张图片
grant-answers = 增加多少个回答
grant-nothing = 请说明要增加多少张图片或多少个回答。
grant-done = ➕ { $member } 今天的额外额度共 { $total }。新的一天 <t:{ NUMBER($resets, useGrouping: 0) }:R> 开始。

## Settings in words

setting-channels = 频道
setting-threads = 子区
setting-age_restricted_only = 仅限年龄限制频道
setting-roles = 身份组
setting-editors = 谁可以修改图片
setting-models = 模型
setting-image_model = 图片模型
setting-chat_model = 文字模型
setting-aspect = 宽高比
setting-size = 尺寸
setting-safety = 安全级别
setting-off = 已关闭的功能
setting-daily_pictures = 每天的图片数
setting-daily_messages = 每天的回答数
setting-more = 每天图片更多的身份组
setting-cooldown = 两次请求的间隔
setting-budget = 每月预算
setting-dearer = 可由更贵的模型代替
setting-time_zone = 时区
setting-spoilers = 图片设为剧透
setting-show_cost = 显示费用
setting-persona = 人设
setting-locale = 语言
setting-retention_days = 保存期限
setting-log_channel = 日志频道
setting-log_prompts = 日志频道显示描述
setting-reports = 成员可以举报
value-on = 开
value-off = 关
value-everywhere = 所有频道
value-everyone = 所有人
value-all = 全部
value-nothing = 无
value-unlimited = 不限
value-usual = 默认
value-seconds = { $count } 秒
value-days = { $count } 天
threads-never = 从不
threads-always = 总是
threads-ask = 有人要求时
editors-everyone = 所有人
editors-author = 仅作者本人
safety-default = 由模型决定
safety-medium = 中等
safety-strict = 严格
feature-chat = 聊天
feature-search = 搜索网页
feature-person = 头像
feature-files = 聊天中的文件
money = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 2) }
language-name = 简体中文

## Moderators

block-menu = 屏蔽或解除屏蔽
block-done = 🚫 已屏蔽 { $member }：我在这个服务器里不再接受他们的请求。排队中的请求已取消，没有产生费用。
block-already = 🚫 { $member } 在这个服务器里已被屏蔽。
unblock-done = ✅ { $member } 又可以在这个服务器里使用我了。
button-block = 屏蔽作者
button-unblock = 解除屏蔽
form-block-title = 屏蔽这个成员
form-block-reason = 原因（只有管理员能看到）
form-block-placeholder = 我在这里不再接受他们的请求，排队中的会取消
report-menu = 举报
report-done = 🚩 谢谢。已告诉这个服务器的管理员，其他人不会知道。
report-deleted = 🗑️ { $moderator } 已将它删除。
report-dismissed = ✔️ { $moderator } 认为没有问题。
button-report = 举报
button-dismiss = 没有问题
form-report-title = 举报这条内容
form-report-reason = 哪里有问题？
form-report-placeholder = 可以不填。只有管理员能看到
error-moderators = 只有可以管理服务器或禁言成员的人才能这样做。
error-block-self = 这是你自己。请其他管理员来操作。
error-block-manager = { $member } 管理这个服务器，不能被屏蔽。
error-reports-off = 这个服务器在这里不接受举报。请直接告诉管理员。
error-reported = 你已经举报过了。
error-reports-too-many = 你一小时内已举报 { $limit } 次。请稍等，或直接告诉管理员。
error-report-own = 这是你自己的。你可以删除它。
error-nothing-to-report = 我没有保存那条消息的任何内容。这里可以举报的是我的图片和回答。

## What moderators are told

log-setting = ⚙️ { $member } 更改了 **{ $setting }**：{ $before } → { $after }
log-blocked = 🚫 { $moderator } 屏蔽了 { $member }。
log-blocked-why = 🚫 { $moderator } 屏蔽了 { $member }：“{ $reason }”
log-unblocked = ✅ { $moderator } 解除了对 { $member } 的屏蔽。
log-own-relay = 🔌 { $member } 填写了本服务器自己的图片服务：**{ $host }**
log-own-relay-removed = 🔌 { $member } 移除了本服务器自己的图片服务。
log-granted-pictures = ➕ { $moderator } 今天多给了 { $member } { $count } 张图片。
log-granted-answers = ➕ { $moderator } 今天多给了 { $member } { $count } 个回答。
log-budget-warning = ⚠️ 本月的预算快用完了：{ $budget } 已用去 { $spent }。
log-budget-used-up = ⛔ 本月的预算（{ $budget }）已不够满足所有请求。{ $resets } 起会有新的预算。
log-result = 📝 { $member }：“{ $prompt }” · { $link }
log-deleted = 🗑️ { $moderator } 删除了 { $member } 在 { $channel } 的内容。
log-reported = 🚩 { $member } 举报了 { $author } 的 { $link }。
log-reported-why = 🚩 { $member } 举报了 { $author } 的 { $link }：“{ $reason }”
log-more = … 还有 { $count } 条。
log-gone = 日志频道已不存在，或者我看不到它。请另选一个。
log-needed = 请选择日志频道：没有它，描述和举报都没有人看到。
log-closed = 我无法在 { $channel } 里发消息。缺少权限：{ $missing }。
log-open = 所有人都能看到 { $channel }，也就能看到我告诉管理员的内容。请选一个只有管理员能看到的频道。

## This side

error-permission = 我在这里缺少权限：{ $missing }。管理员可以授予我。
error-forbidden = Discord 不允许我在这里这样做。请管理员检查我在这个频道里的权限。
list-mark = { "、" }
permission-view_channel = 查看频道
permission-send_messages = 发送消息
permission-send_messages_in_threads = 在子区中发送消息
permission-create_public_threads = 创建公开子区
permission-read_message_history = 阅读消息历史
permission-attach_files = 附加文件
error-no-thread = Discord 没有在这里开子区。请在已有的子区里再问，或在这里提及我。这次没有产生费用。
error-words-blocked = 这个服务器的 AutoMod 屏蔽了文字，所以我无法在这里发出。请换个说法。
error-discord = Discord 出了问题。没有消耗你的额度；请稍后再试。
error-discord-kept = Discord 没有接受这个回答。已做好的内容会保留；请稍后再试。
error-storage = 机器人无法使用自己的存储：磁盘已满，或无法读写，需要由机器人的管理者处理。
error-unexpected = 我这边出错了。请把编号 { $reference } 告诉机器人的管理者。
