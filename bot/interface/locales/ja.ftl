## Commands

imagine-name = 描く
imagine-description = 言葉から、または言葉と画像から絵を描きます
imagine-prompt = 何を描くか
edit-name = 編集
edit-description = 画像を編集します。添付した画像か、ここでいちばん新しい画像が対象です
edit-menu = 画像を編集
edit-prompt = どこをどう変えるか
edit-image = 編集する画像
describe-name = 説明
describe-description = 画像を言葉で説明し、同じような絵を描けるプロンプトを作ります
describe-menu = 画像を説明
describe-image = 説明する画像
describe-which = このメッセージには画像が { $count } 枚あります。どれを説明しますか？
chat-name = チャット
chat-description = 画像も含めて、すべてを覚えているスレッドで話します
chat-message = 話したいこと
chat-file = 話題にしたい画像、PDF、テキスト、音声、短い動画
option-reference = 参考にする画像
option-aspect = 縦横比
aspect-auto = 画像に合わせる
option-size = 大きさ
option-model = 使うモデル
option-count = 何枚描くか
option-thinking = モデルが考える時間
option-search = モデルにウェブを検索させる
option-thoughts = モデルが考えたことを薄い行で表示します
option-improve = 先に言葉を練り、選んでから描く
option-private = 自分だけに表示する
option-person = アバターを添える人（本人の同意が必要）
thinking-low = 短め
thinking-medium = 標準
thinking-high = 長め

# What Discord calls the options: lower case, without spaces, at most 32 characters.
named-prompt = プロンプト
named-image = 画像
named-image2 = 画像2
named-image3 = 画像3
named-image4 = 画像4
named-aspect = 縦横比
named-size = サイズ
named-model = モデル
named-count = 枚数
named-thinking = 思考
named-search = 検索
named-thoughts = 思考内容
named-improve = 言葉を練る
named-private = 自分だけ
named-person = 人物
named-message = メッセージ
named-file = ファイル

## Answers

painting = { $count ->
    [1] 🎨 { $model } が描いています · { $since }に開始
   *[other] 🎨 { $model } が描いています · { $count } 枚中 { $done } 枚完成 · { $since }に開始
}
writing = 💭 { $model } が考えています · { $since }に受付
picture-wanted = { $model } が描こうとしているもの：「{ $prompt }」
words-broke-off = 回答はここで途切れました。
waiting = ⏳ 順番待ち { $place } 番目 · { $since }に受付
waiting-behind = ⏳ 前の回答が終わるのを待っています · { $since }に受付
waiting-relay = ⏳ 画像サービスが混み合っています · { $until }に再試行（{ $number }/{ $most } 回目）
expected = 約 { $seconds }{ "\u00A0" }秒
expected-end = { $end }に完成予定
expected-late = いつもより時間がかかっています
seconds = { $seconds }{ "\u00A0" }秒
post-origin = この画像から
post-style = スタイル「{ $style }」
post-redone = 🔁 描き直し
alt-of = { $number }/{ $count }：{ $said }
alt-given = { $member } さんの画像
sources = 🌐 出典：{ $links }
searches = 🌐 検索した言葉：{ $links }
late-ready = { $member } さん、できあがりました。
answered-directly = 📬 { $member } さん、Discordの都合でここには回答を表示できません。代わりにダイレクトメッセージで送ります。
kept-for = 🗂️ { $member } さん、ここにもダイレクトメッセージにも表示できませんでした。結果は保管してあります。表示できる場所で表示してください。追加の費用はかかりません。
blocked-directly = 🛡️ { $member } さん、このサーバーの AutoMod が言葉をブロックしました。代わりに直接お届けします。
blocked-kept = 🛡️ { $member } さん、このサーバーの AutoMod が言葉をブロックし、直接お届けすることもできませんでした。保管してあるので、別の場所で表示できます。追加の費用はかかりません。
answer-to = -# ↪ { $member }
chat-thread = チャット
picture-thread = 画像
thread-open = 🧵 スレッドを開きました：{ $thread }
chat-asked = 💬 **{ $member }** さん：
chat-file-unseen = 📎 「{ $name }」は一緒に渡しましたが、ここには表示できません。
button-cancel = キャンセル
button-stop = 停止
button-show = 表示する
cancel-done = キャンセルしました。
stop-done = 停止しました。ここまでの内容は残ります。
cancel-too-late = もう描き始めているため、利用枠に数えられます。できあがったものは保管されます。
cancelled-kept = 🗂️ キャンセルしましたが、もう描き始めていました。画像は保管してあります。
kept-offered = 🗂️ 以前のご依頼の結果を表示できませんでした。保管してあります。
called-off = 送信前にキャンセルしたので、利用枠は減っていません。
button-edit = 編集
button-redo = 描き直す
button-retry = もう一度
button-share = 共有
button-thread = スレッドを開く
button-more = 詳細
button-original = 元の画像をダウンロード
button-imagine = 描く
description-prompt = プロンプト
button-regenerate = 別の回答
button-spoiler-on = スポイラーにする
button-spoiler-off = スポイラーを外す
spoiler-on = 誰かが見ようとするまで隠しておきます。
spoiler-off = またここの全員に見えるようになりました。
button-here = ここだけ
button-paint = 描く
button-words = 言葉を直す
button-mine = 自分の言葉で描く
improving = 💭 { $model } がよりよい言葉を探しています · { $since }に受付
improved = ✨ **絵のための新しい言葉**
button-see = 見る
button-clear = 空にする
button-delete = 削除
delete-menu = 削除
delete-ask = 🗑️ この投稿と、そのために保管しているものを削除しますか？ここから作られたものは残ります。元には戻せません。
delete-ask-private = 🗑️ これについて保管しているものを削除しますか？ここから作られたものは残ります。メッセージはあなたにだけ見えていて、閉じられるのもあなただけです。元には戻せません。
delete-done = 削除しました。
collect-menu = 参考にする
collected-waiting = 📎 画像 { $count } 枚が、次の `/{ imagine-name }` や `/{ edit-name }` に参考画像として添えられます。1日のあいだ有効です。
collected-full = { $count } 枚は入りませんでした。待たせられるのは { $limit } 枚までです。
collected-none = 待っている画像はありません。
avatar-name = アバター
avatar-description = このサーバーのメンバーが自分のアバターを画像に使ってよいかを決めます
avatar-question = 👤 **{ $member }** さんが、サーバー **{ $server }** で、あなたのアバターを画像に使いたいそうです。使ってもよいですか？許可すると、取り消すまで、そのサーバーのメンバー全員が使えます。許可しなければ、そこでは誰も使えず、もうお聞きしません。
avatar-allowed = 👤 **{ $server }** のメンバーは、取り消すまで、あなたのアバターを画像に使えます。取り消しは、ここか、そのサーバーの `/{ avatar-name }` でできます。
avatar-refused = 👤 **{ $server }** では、あなた以外の誰もあなたのアバターを画像に使えません。お聞きすることもありません。ここか、そのサーバーの `/{ avatar-name }` で変えられます。
avatar-undecided = 👤 **{ $server }** では、あなた以外の誰もあなたのアバターを画像に使えません。使いたい人がいたら、先にお聞きします。今ここで決めることもできます。
button-allow = 許可する
button-refuse = 許可しない
button-take-back = 取り消す
button-vary = バリエーション
button-aspect = 縦横比
button-upscale = 拡大
repainted-vary = { $words } のバリエーション
repainted-aspect = { $ratio } で：{ $words }
repainted-upscale = { $size } に拡大：{ $words }
details-facts = { $model } · { $size } · { $kind }、{ $megabytes } MB · { $member } さん、{ $made }
details-chosen = 選択：{ $what }
details-thinking = 思考時間 { $length }
details-search = ウェブ検索
details-count = 一度に { $count } 枚
details-took = 所要時間 { $seconds }{ "\u00A0" }秒
details-person = { $member } さんのアバター
details-before = これまでの流れ：
details-given = いっしょに渡された { $count } 枚の画像：
details-drafts = モデルの下描き { $count } 枚：
details-own = ほかの部分を元に戻す前の、モデルが描いたままの画像 { $count } 枚：
details-credentials = { $count } 件のファイルに、誰がどう作ったかを示すコンテンツ認証情報（C2PA）が付いています。内容は検証していません。**{ button-original }**すると残ります。
details-links = モデルから届いたままのファイル：
details-parts = ここのDiscordには大きすぎるファイルを、番号付きに分割しました。最初のファイルを7-Zipで開くか、結合してください。Windowsでは `copy /b name.001+name.002 name`、ほかでは `cat name.* > name` です。
form-edit-title = この画像を編集
form-edit-prompt = どこをどう変えますか？
form-edit-placeholder = 白黒にして
form-edit-which = どの画像ですか？
form-edit-picture = 画像 { $number }
form-edit-files = ほかに参考にする画像
form-edit-as-before = そのまま
form-imagine-title = これを描く
form-imagine-usual = いつもどおり
form-style-title = スタイル「{ $name }」で描く
here-title = 🎯 **ここだけ** · 変えてよいところを選んでください。ほかはそのまま残ります。
here-alt = マス目を重ねた画像：左上から番号を付けた { $columns } 列 × { $rows } 行
here-cells = どのマスですか？
here-place = { $row } 行目、{ $column } 列目
here-mask = マスク
here-names = 名前で選ぶ
here-things-title = 🎯 **ここだけ** · 変えてよいものを選んでください。ほかはそのまま残ります。
here-things-alt = メニューにあるものを、番号付きの枠で囲んだ画像
here-which-thing = どれですか？（複数可）
here-no-things = 🎯 モデルは、場所を示せるものを見つけられませんでした。マス目から選ぶか、マスクをアップロードしてください。
here-otherwise = マス目から選ぶことも、マスクをアップロードすることもできます。
here-mask-file = あなたのマスク
here-mask-how = 白か塗ったところは変わり、黒か透明のところは残ります。画像と同じ形にしてください。
here-form = この部分だけ変える
here-placeholder = 麦わら帽子

## Versions

history-name = 履歴
history-description = この会話のバージョンを一覧し、好きなところから続けます
undo-name = 元に戻す
undo-description = 一つ前のバージョンに戻ります
version-title = { $pages ->
    [1] **バージョン** · { $count } 件
   *[other] **バージョン** · { $count } 件 · { $page }/{ $pages } ページ
}
version-none = ここにはまだバージョンがありません。`/{ imagine-name }` で描くか、画像に返信して、変えたいところを書いてください。
version-anew = 新しく開始
version-from = ↳ { $version } から
version-now = ◀ 現在
version-undone = 取り消し済み（保管中）
version-wordless = （言葉なし）
version-jump = 表示
version-private = あなただけに表示
version-tree = バージョンのツリー：{ $links }
version-tree-root = { $version } は新しく開始
version-tree-link = { $version } は { $before } から
version-tree-now = 現在：{ $version }
version-choose = ここから続ける…
version-older = 古いもの
version-newer = 新しいもの
version-back = ↩️ { $member } さんがバージョン { $version } に戻しました：{ $prompt }
undo-kept = バージョン { $version } は削除されていません。`/{ history-name }` の一覧から、いつでも戻せます。
undo-first = バージョン { $version } より前はありません。ほかから続いたものではありません。

## スタイル

style-name = スタイル
style-description = 好きな作風に名前を付けて保存し、それで描きます
style-save-name = 保存
style-save-description = 言葉や画像などに名前を付けて保存します
style-use-name = 使う
style-use-description = スタイルを使って画像を描きます
style-list-name = 一覧
style-list-description = 自分のスタイルと、このサーバーのスタイルを見ます
style-delete-name = 削除
style-delete-description = スタイルを削除します
style-called = スタイルの名前
style-words = 毎回のプロンプトに添える言葉
style-image = 毎回のプロンプトに添える画像
style-owner = 誰のために：自分だけか、このサーバーの全員か
style-which = どのスタイル
style-for-me = 自分
style-for-server = サーバー
named-name = 名前
named-words = 言葉
named-owner = 誰用
style-own = 自分だけのもの
style-of-server = このサーバーのもの
style-pictures = 画像 { $count } 枚
style-alt = スタイル「{ $name }」の最初の画像
style-saved = 🔖 このスタイルを保存しました。`/{ style-name } { style-use-name }` で描けます。
style-replaced = 🔖 このスタイルを、同じ名前だったものと入れ替えて保存しました。
style-title = { $pages ->
    [1] **スタイル** · { $count }
   *[other] **スタイル** · { $count } · { $page } / { $pages } ページ
}
style-none = ここにはまだスタイルがありません。`/{ style-name } { style-save-name }` で、言葉や画像などに名前を付けて保存できます。
style-delete-ask = 🗑️ このスタイルを削除しますか？ これで描いた画像は残ります。元には戻せません。
style-deleted = スタイル「{ $name }」を削除しました。
button-use = 使う
button-previous = 前へ
button-next = 次へ

## サーバー独自の画像サービス

service-is = 🔌 <t:{ NUMBER($at, useGrouping: 0) }:f>から、ここでの依頼はすべてこのサーバー独自の画像サービス **{ $host }** に送られます。料金はサーバーがそこで支払います。
service-is-none = 🔌 このサーバー独自の画像サービスはありません。ここでの依頼は、このボットの運営者の画像サービスに送られます。
service-not-offered = 🔌 ここではサーバー独自の画像サービスを使えません。このボットの運営者が使えるようにできます。
button-own-relay = 独自のサービスを使う
button-own-relay-change = 入力し直す
button-own-relay-remove = 外す
form-own-relay = 独自の画像サービス
form-own-relay-address = アドレス
form-own-relay-address-placeholder = https://relay.example
form-own-relay-address-note = https:// で始まり、インターネットから届くアドレス。/v1beta から後ろは書きません。
form-own-relay-key = キー
form-own-relay-key-note = 暗号化して保管し、二度と表示しません。ボットがサーバーを離れると削除します。
form-own-relay-auth = キーの送り方
form-own-relay-bearer = Authorization: Bearer（たいていのサービス）
form-own-relay-api-key = x-goog-api-key（Google 自身）
service-address-refused = このアドレスは使えません。https:// で始まり、ホスト名があり、/v1beta などの手前で終わるアドレスにしてください。
service-key-refused = このアドレスのサービスはこのキーを受け付けません。キーをコピーし直すか、もう一方の送り方を選んでください。
service-balance = サービスはこのキーを受け付けますが、残高がありません。補充してから、もう一度入力してください。
service-unreachable = このアドレスからは応答がありません。インターネットの誰からでも届くアドレスにしてください。
service-refused = このアドレスにあるものは、モデルの一覧も文章の長さも教えてくれません。キーをくれた相手にアドレスを確かめてください。
error-own-relay-key = このサーバー独自の画像サービスがキーを受け付けません。サーバーを管理する人が入力し直せます。
error-own-relay-locked = このサーバー独自の画像サービスのキーを読めなくなりました。サーバーを管理する人が入力し直せます。
error-own-relay-removed = 順番が来る前に、このサーバー独自の画像サービスが削除されました。もう一度お試しください。
error-own-relay-balance = このサーバー独自の画像サービスの残高がなくなりました。サーバーを管理する人の対応が必要です。
error-own-relay-address = このサーバー独自の画像サービスが、そのアドレスにありません。サーバーを管理する人が入力し直せます。
error-own-relay-unreachable = このサーバー独自の画像サービスにつながりません。数分してからお試しください。

## Help

help-name = ヘルプ
help-description = できることを1画面で紹介します
help =
    ✨ **いっしょに描いて、いっしょに直す**
    🎨 { $imagine } は言葉から絵を描きます。参考画像も4枚まで添えられます。
    🖌️ **どの画像でも、返信して**変えたいところを書けば、その画像が変わります。複数あるときは「2：空を赤くして」のように番号から始めてください。{ $edit } でもできます。
    🎯 画像の下の **{ button-here }** は、一部分だけを変えて、ほかはそのまま残します。
    🔍 { $describe } は画像を言葉にし、描き直せるプロンプトを作ります。
    🔖 { $style } は、言葉や画像などを一つのスタイルとして、自分用にもサーバー用にも名前を付けて保存します。
    💬 { $chat } は、画像も含めてすべてを覚えているスレッドを開きます。どこでもメンションで話しかけられます。
    ↩️ { $history } はすべてのバージョンを一覧し、好きなところから続けます。{ $undo } は一つ前に戻ります。
    📎 画像のあるメッセージを長押しか右クリック：**アプリ**から、編集したり、説明させたり、次に頼むときの参考にとっておいたりできます。
    👤 { $imagine } の**{ named-person }**は、本人が許可すれば、その人のアバターを添えます。許可や取り消しは { $avatar } で。
    🤖 { $models } で各モデルのできることがわかります。

    👉 **試してみましょう**
    - 下の例のどれかを押してください。描く前に言葉を変えられます。
    - 続けて、その画像に返信：*雪を降らせて*
    - { $chat } *読書会のロゴには何を描くといい？*

    -# 何かができあがったときだけ、その日の利用枠に数えられます。順番待ちのあいだはいつでもキャンセルできます。
help-guest =
    ✨ **連れてきてくれた先で、できること**
    🎨 { $imagine } は言葉から絵を描きます。参考画像も4枚まで添えられます。
    🖌️ { $edit } は渡された画像を変えます。私の画像の下のボタンは、その画像を変えます。
    🔍 { $describe } は画像を言葉にし、描き直せるプロンプトを作ります。
    🔖 { $style } は、言葉や画像などを一つのスタイルとして、自分用に名前を付けて保存します。
    📎 画像のあるメッセージを長押しか右クリック：**アプリ**から説明させられます。
    🤖 { $models } で各モデルのできることがわかります。

    👉 **試してみましょう**：下の例のどれかを押してください。描く前に言葉を変えられます。

    -# ここのメンバーではないので、メッセージは読めません。スレッド、バージョン、返信は、メンバーになっている場所で使えます。
example-boat = 水たまりに浮かぶ紙の船、朝の光
example-fox = 街灯の下で本を読むキツネ、木版画風
example-logo = 読書会のロゴ、2色で
models-name = モデル
models-description = 使えるモデルと、それぞれのできることを一覧します
models-image = 画像用
models-chat = 言葉用
models-usual = · 既定
models-sizes = サイズ { $sizes }
models-aspects = 縦横比 { $aspects }
models-references = 参考画像 { $count } 枚まで
models-takes = { $takes }を読めます
models-thinking = 思考時間 { $levels }
models-search = ウェブを検索できます
models-thoughts = 考えたことを伝えます
models-price = 画像 1 枚 { $price }
models-price-range = { $least } 〜 { $most }
models-price-answer = 回答 1 回 { $price }
models-price-tokens = 100 万トークンあたり送信 { $input }、回答 { $output }
welcome =
    👋 **こんにちは！みなさんといっしょに絵を描いたり、直したりします。**
    🎨 まずは { $imagine } *嵐の中の灯台* と入力してみてください。できたら**画像に返信して**、変えたいところを書きます。
    💬 { $chat } はじっくり話せるスレッドを開きます。ほかのことは { $help } の1画面にまとまっています。
welcome-lacks = ⚠️ このサーバーでは次の権限がありません：{ $missing }。サーバーを管理している方は「サーバー設定 ▸ ロール」で許可できます。

## Settings of a server

settings-name = 設定
settings-description = このサーバーで、どこで、だれに、どれだけ動くかを決めます
settings-panel-name = 一覧
settings-panel-description = このサーバーの設定を見て変えます
settings-export-name = 書き出し
settings-export-description = このサーバーの設定をファイルで受け取ります
settings-import-name = 読み込み
settings-import-description = 何が変わるかを見てから、ファイルの設定を取り込みます
settings-import-file = 書き出したものなど、TOML のファイル
settings-exported = 📄 このサーバーの設定です。好きなところを変えて `/{ settings-name } { settings-import-name }` に渡してください。ほかのサーバーでは、チャンネルとロールを除いてください。
settings-import-ask = 📥 このファイルで変わるもの：
settings-import-same = 何も変わりません。このファイルの内容はすべて今のとおりです。
settings-import-wrong = 何も変えていません。このファイルには間違いがあります。
button-settings-import = すべて変える
settings-title = このサーバーの設定
settings-hint = このサーバーが決めたものは**太字**です。変えたいものを下で選んでください。
settings-choose = 何を見ますか？
topic-overview = 概要
topic-where = 場所
topic-who = だれが
topic-models = モデル
topic-much = どれだけ
topic-shown = 見せ方
topic-features = 機能
topic-records = 記録
topic-service = 独自の画像サービス
topic-blocked = ブロックしたメンバー
settings-and-more = { $said } ほか{ $count }件
settings-changed = ✅ 変更しました：{ $settings }
settings-capped = このボットの運営者の決まりにより、ここでは1日に画像 { $pictures } 枚、回答 { $answers } 件までです。
settings-blocked = { $count ->
    [0] だれもブロックしていません。
   *[other] { $count }人をブロックしています。ここで使えません。
}
settings-block = ブロックするメンバーを選ぶ
settings-unblock = 番号を選んでブロックを解除
settings-blocked-now = 🚫 ブロックしました：{ $members }
settings-unblocked = ✅ 解除しました：{ $members }
button-settings-change = 変更
button-settings-more = ロールに画像を増やす
form-settings-on = ここで使える機能
form-settings-count = 1日の画像数
form-settings-count-placeholder = 空欄なら、ほかの人と同じになります。
about-channels = 動く場所（スレッドも含む）。未選択なら、書き込めるところすべて。
about-threads = チャンネルで頼まれた画像にスレッドを開くかどうか。
about-age_restricted_only = 年齢制限チャンネルでだけ動きます。
about-roles = 使ってよい人。未選択なら全員。
about-editors = ボタンや返信で変えられる人。
about-models = メンバーが選べるもの。未選択ならすべて。
about-image_model = だれも選ばないときに描くモデル。
about-chat_model = だれも選ばないときに答えるモデル。
about-aspect = だれも選ばず、モデルが対応するときの幅と高さの比。
about-size = だれも選ばず、モデルが対応するとき。
about-safety = モデルが作るものをどれだけ厳しく選別するか。
about-off = ここで使えない機能。
about-daily_pictures = 空欄なら、このボットの運営者の決めた数。
about-daily_messages = 空欄なら、このボットの運営者の決めた数。
about-more = そのメンバーの1日の画像数。使ってよいロールにもなります。
about-cooldown = 秒数。空欄ならなし。
about-budget = 米ドルで、25 や 12.50 のように。空欄なら上限なし。
about-dearer = モデルが使えない間、もっと費用のかかるモデルも使います。
about-time_zone = 日と月の始まり。Asia/Tokyo のように。
about-spoilers = どの画像も、クリックするまで隠れています。
about-show_cost = 返答ごとに費用を示します。
about-persona = 会話するモデルに与える人柄。
about-locale = みんなが読む言葉の言語。ふだんは Discord のサーバーの言語。
about-retention_days = 日数。空欄なら、このボットの運営者の決めたとおり。
about-log_channel = モデレーターが読む記録の場所：変更、ブロック、報告、予算。
about-log_prompts = みんなに見える結果については、頼まれた内容も載せます。
about-reports = 残すべきでないものを、メンバーがモデレーターに知らせられます。

## プライバシー

privacy-name = プライバシー
privacy-description = 保存している内容を見る、受け取る、消してもらう
privacy-show-name = 表示
privacy-show-description = 何を、いつまで保存し、だれが見られるかを確かめます
privacy-export-name = 書き出し
privacy-export-description = あなたについて保存しているものをすべてファイルで受け取ります
privacy-forget-name = 忘れる
privacy-forget-description = あなたについて保存しているものをすべて忘れてもらいます
privacy-title = 🔒 **あなたについて保存しているもの**
privacy-asked = - 頼まれたこと：{ $requests }、その答え：{ $answers }
privacy-files = - 画像とそのほかのファイル：{ $count }（{ $megabytes } MB）
privacy-where = - 頼んだ場所：{ $places }
privacy-others = ほか{ $count }サーバー
privacy-directly = ダイレクトメッセージ、またはゲストとして
privacy-waiting = - できていて、まだ見せていないもの：{ $count }
privacy-styles = - 保存したスタイル：{ $count }
privacy-references = - 集めた画像：{ $count }
privacy-decisions = - アバターについて決めたこと：{ $count }
privacy-changes = - 変えたサーバーの設定：{ $count }
privacy-used = - { $month }からの利用：画像{ $pictures }、答え{ $answers }
privacy-language = - Discordの言語：{ $language }
privacy-blocked = - あなたをブロックしているサーバー：{ $count }
privacy-avatar = 👤 **{ $server }** のメンバーはあなたのアバターを使えます。
privacy-how-long = ⏳ **いつまで：** それを見せているメッセージを削除するか、チャンネルがなくなるか、忘れるよう頼まれるまで。利用の合計は、名前なしで残ります。サーバーはもっと短く決められます。
privacy-how-long-days = ⏳ **いつまで：** { $count }日間、またはそれを見せているメッセージを削除するか、チャンネルがなくなるか、忘れるよう頼まれるまで。利用の合計は、名前なしで残ります。スタイルは削除されるまで残ります。
privacy-who = 👀 **だれが見られるか：** 投稿されたチャンネルを読める人。非公開のものはあなただけ。このボットの運営者は調べることができます。画像サービスには頼んだ内容と画像が届き、何人かで話す場所では、そこでの名前も届きます。
button-export-mine = 書き出す
button-forget = 忘れて
button-forget-confirm = はい、忘れて
privacy-export = 📦 あなたについて保存しているものです。`about.json` と `requests-001.json` はテキストエディターで開けます。画像は `files` にあります。ほかの人の言葉や作品は入っていません。1つで足りないときは、続きを送ります。
privacy-part = 📦 { $number }つ目のファイルです。`.001`、`.002` で終わるものは1つのファイルを分けたものです。この順につなげてください。
privacy-all = 📦 これで全部です：{ $count }ファイル。
privacy-cut = 📦 { $count }ファイルを送りましたが、送りきれない分があります。残りはこのボットの運営者に頼んでください。
privacy-ask =
    🗑️ **あなたのことを忘れますか？** 元には戻せません。
    🧹 **完全に消えるもの：** どのサーバーでも、ここでも、頼んだことすべてとその結果、その画像。サーバーのものも含めたスタイル。集めた画像。アバターについて決めたこと。言語。記録の中の名前。
    📌 **残るもの：** Discordの投稿。消したいものは先に **アプリ ▸ { delete-menu }** で削除してください。あとでは、だれのものか分からなくなります。ほかの人があなたの画像から作ったものは、その人のものとして残ります。今日使った分はその日が終わるまで数えられ、ブロックしているサーバーはブロックを続けます。
privacy-forgotten = 🗑️ あなたのことを忘れました。ファイルは2時間ほどで、今日使った分はその日が終わると消えます。
privacy-at-work = いま作っているものは、できしだい忘れます。

## Quiet notes

note-more = …ほか { $count } 件
note-history-cut = 古いやり取りは入りきらなくなりました。これからモデルが見るのは新しいものだけです。
note-files-unread = { $model } が読めないファイルがこの会話にあります。それらなしで続けます。
note-signatures-rebuilt = モデルが自分の履歴を受け付けなかったため、画像だけをもとに続けました。
note-other-relay = 別のサービスが代わりに描きました：{ $relay }
note-other-model = { $asked } を使えなかったため、{ $model } が代わりました。
note-model-not-here = このサーバーでは { $asked } を使わないため、{ $model } が代わりました。
note-not-searched = ウェブを検索せずに答えました。{ $model } はここでは検索できません。
note-thoughts = 💡 考えたこと：{ $thoughts }
note-shrunk = 「{ $name }」は { $given } ピクセルから { $size } ピクセルに縮小してモデルに渡したので、細かい部分は失われています。残したいときは、いくつかに切り分けてください。
note-no-picture = 今回は画像がありませんでした。利用枠はお返ししました。
note-half = この画像は途中までしか届きませんでした。利用枠はお返ししました。「{ button-redo }」でもう一度頼めます。
note-draft = モデルから完成した画像が届きませんでした。これは途中で描いた最後の下描きです。
note-result-barred = 画像はリンクの先にありますが、そこから取ってくることは許可されていません。このボットの運営者なら許可できます。
note-cut = モデルが途中で止まりました。
note-stopped = ご指示どおり、ここで止めました。
note-unreadable = この回答の一部を読み取れませんでした。
note-otherwise = 指定は { $asked } でしたが、モデルは別の形で描きました。
note-only-here = 🎯 選んだ部分だけを変えました。ほかは1ピクセルも変わっていません。
note-not-only-here = 🎯 モデルが選んだ部分の外まで動かしてしまい、元に戻せませんでした。
note-fitted = Discordの上限に合わせて縮小しました。元の画像は保管してあります。
note-no-thread = このサーバーでは画像ごとにスレッドを開きますが、次の権限がありません：{ $missing }
note-references = 集めた参考画像 { $count } 枚を添えました。
note-first-frame = アニメーションは最初のコマだけを使いました。

## What the member can mend

error-empty-prompt = 何をするか教えてください。見たいものや、変えたいところを書いてください。
error-prompt-too-long = 長すぎます。{ $limit } 文字までです。
error-nothing-to-edit = ここには編集できる画像がありません。画像を添付するか、画像に返信してください。
error-no-picture = そのメッセージには画像がありません。
error-proposal-over = この提案は期限切れです。使えるのは1日のあいだです。`/{ imagine-name }` でもう一度頼んでください。
error-nothing-to-delete = そのメッセージについて保管しているものはありません。ここで削除できるのは、ボットの画像と回答です。
error-references-gone = 参考画像のうち { $count } 枚は、なくなったか、もう見られません。
error-references-hidden = 参考画像のうち { $count } 枚は、ここからは見られないので、次にとっておきます。
error-references-left = 参考画像のうち { $count } 枚は次回に回しました。画像は { $limit } 枚までです。
error-which-picture = そのメッセージには画像が { $count } 枚あります。どれでしょうか？次からは「2：空を赤くして」のように番号から始めてください。
error-unknown-model = 「{ $model }」というモデルはここにはありません。次から選んでください：{ $known }
error-unsupported-option = { $model } では { $value } を使えません。使えるもの：{ $allowed }
error-option-not-taken = { $model } では { $value } を選べません。このオプションを外してください。
error-largest = { $model } では、この画像をこれ以上大きく描けません。
error-thinking-not-taken = { $model } はその長さでは考えられません。別の長さにするか、このオプションを外してください。
error-search-not-taken = { $model } はここではウェブを検索できません。別のモデルにするか、このオプションを外してください。
error-unknown-style = 「{ $name }」というスタイルはここにはありません。`/{ style-name } { style-list-name }` で一覧を見られます。
error-style-nameless = スタイルには、目に見える名前が必要です。
error-style-empty = まだ保存するものがありません。言葉か画像を添えるか、何かを選んでください。
error-style-gone = そのスタイルは削除されました。
error-style-elsewhere = そのスタイルは、ほかの人かほかのサーバーのものです。
error-usage-server = サーバー全体の利用状況を見られるのは、サーバーを管理できる人です。
error-grant-server = 追加できるのは、サーバーを管理できる人です。
error-unknown-period = { $period } という月はありません。一覧から選んでください。
error-grant-too-large = 1人に1日で追加できるのは、合わせて画像 { NUMBER($pictures) } 枚、回答 { NUMBER($answers) } 回までです。
error-style-server = サーバーのスタイルを保存・削除できるのは、サーバーを管理できる人です。
error-style-no-server = ここは、独自のスタイルを持つサーバーではありません。自分用に保存してください。
error-style-left = スタイルの画像のうち { $count } 枚は使いませんでした。画像は { $limit } 枚までです。
error-styles-full = スタイルは { $limit } 個までで、もういっぱいです。どれかを削除するか、その名前でこれを保存してください。
error-styles-full-server = このサーバーのスタイルは { $limit } 個までで、もういっぱいです。どれかを削除するか、その名前でこれを保存してください。
error-thoughts-not-told = { $model } は考えたことを伝えません。別のモデルにするか、このオプションを外してください。
error-elsewhere = これは別のチャンネルのもので、そこでしか使えません。
error-private = これはほかの人だけのために作られたもので、その人しか使えません。
error-person-asked = 👤 { $member } さんにお聞きしました。許可されたら、もう一度コマンドを使ってください。費用はかかっていません。
error-person-refused = { $member } さんのアバターは、ここでは使えません。
error-person-closed = { $member } さんは私からのダイレクトメッセージを受け取らないので、お聞きできませんでした。このサーバーの `/{ avatar-name }` で許可してもらえます。
error-person-too-many = { $limit } 人にアバターについてお聞きしましたが、まだ誰からも返事がありません。返事を待つか、明日もう一度お試しください。
error-person-bot = { $member } はボットなので、許可できません。人を選んでください。
error-person-elsewhere = ここでは { $member } さんにお聞きできません。お聞きできるのは、私もいるサーバーのメンバーだけです。自分のアバターはどこでも使えます。
error-person-no-avatar = { $member } さんは自分のアバターを設定していません。
error-person-taken-back = これはほかの人のアバターで作られたもので、本人がここでは許可していません。
error-server-gone = 私はもうそのサーバーにいないので、決めることは残っていません。
error-not-yours = これは { $member } さんのものです。本人か、ここでメッセージを管理できる人だけが操作できます。
error-asked-another = これは { $member } さんへの質問で、本人だけが選べます。自分で画像を編集したいときは、画像に返信してください。
error-version-unseen = そのバージョンはここの全員が見られるわけではないので、このチャンネルでは続けられません。
error-gone = その画像やメッセージはもう残っていません。
error-unknown-control = そのボタンまたはフォームは私の別のバージョンのもので、何をするものか分かりません。何も行われていません。今できることは `/{ help-name }` で確認できます。
error-already-shown = これはもう済んでいます。このチャンネルをご覧ください。
error-setting-invalid = { $setting }にその値は使えません。何も変更していません。
error-setting-changed = ほかの人が{ $setting }を変更したところです。入力した内容は保存していません。もう一度確認してから変更してください。
error-settings-server = 設定は、わたしが参加しているサーバーのものです。そこで使ってください。
error-settings-manager = 設定を見て変えられるのは、サーバーの管理権限がある人だけです。
error-setting-switch = 「{ $setting }」は true か false です。
error-setting-number = 「{ $setting }」は { $least } から { $most } までの整数です。
error-setting-money = 「{ $setting }」は米ドルで、小数は2桁まで、{ $most } までです。25 や 12.50 のように書いてください。
error-setting-words = 「{ $setting }」は { $most } 文字までの言葉です。
error-setting-choice = 「{ $setting }」は「{ $value }」にはできません。選べるもの：{ $allowed }
error-setting-channels = 「{ $setting }」はこのサーバーのチャンネルの ID です。「{ $value }」は見つかりません。
error-setting-roles = 「{ $setting }」はこのサーバーのロールの ID です。「{ $value }」はメンバーに付くロールではありません。
error-setting-closed = 「{ $setting }」：{ $channels } には書き込めません。閲覧とメッセージの送信を許可するか、ほかを選んでください。
error-setting-time-zone = 「{ $setting }」：「{ $value }」というタイムゾーンはありません。Asia/Tokyo のように IANA の名前で書いてください。
error-setting-list = 「{ $setting }」は複数の値です。リストか、ロールごとの画像数なら表で書いてください。
error-setting-many = 「{ $setting }」は { $most } 件までです。
error-setting-unknown = 「{ $value }」という設定はありません。
error-settings-file = このファイルは TOML として読めません。書き出したファイルの「=」の後ろだけを変えてください。
error-still-at-work = まだ作業中です。結果はご依頼の場所に届きます。
error-over = これはもう終わっていて、止めるものがありません。
error-guest-picture = ここのメンバーではないので、その画像をもう一度見ることができません。保存して、`/{ edit-name }` に渡してください。
error-guest-first = このメッセージには画像が { $count } 枚ありますが、ここのメンバーではないので、最初の1枚を説明しました。ほかの画像は保存して、`/{ describe-name }` に渡してください。
error-no-threads-here = ここではスレッドを作れません。テキストチャンネルで試してください。
error-attachment-unreachable = 「{ $name }」をDiscordから取得できませんでした。もう一度添付してください。
error-attachment-host = 「{ $name }」はDiscordにないため、取得しませんでした。ファイルとして添付してください。
error-picture-one-too-many = 「{ $name }」は使いませんでした。画像は { $limit } 枚までです。
error-picture-empty = 「{ $name }」は空のファイルです。
error-picture-type = 「{ $name }」は使える画像ではありません。PNG、JPEG、WebP、HEIC、AVIF、GIF、BMP、TIFFのファイルを添付してください。
error-picture-drawn = 「{ $name }」は Discord が動かしながら描くスタンプで、もとにできる画像がありません。
error-text-one-too-many = 「{ $name }」は使いませんでした。テキストファイルは { $limit } 個までです。
error-text-too-long = 「{ $name }」は使いませんでした。テキストファイルは { $limit } KBまでです。
error-text-unreadable = 「{ $name }」をテキストとして読めませんでした。UTF-8で保存するか、文章を貼り付けてください。
error-file-not-taken = 「{ $name }」は使えません。{ $model } が読めるのは{ $takes }です。
error-file-one-too-many = 「{ $name }」は使いませんでした。画像とテキスト以外のファイルは { $limit } 個までです。
error-files-too-large = 「{ $name }」は入りきりません。1つのメッセージのファイルは、画像とテキストを除いて合計 { $limit } MBまでです。
error-file-too-long = 「{ $name }」は長すぎます。{ $limit } 分までです。必要な部分を切り出してください。
error-file-broken = 「{ $name }」は壊れているか、途中で切れています。
error-file-locked = 「{ $name }」はパスワードまたはコピー禁止で保護されています。保護なしで保存して、もう一度添付してください。
takes-pictures = 画像
takes-text = テキストとコード
takes-pdf = PDF
takes-audio = 音声
takes-video = 短い動画
error-picture-unreadable = 「{ $name }」を画像として読めませんでした。
error-picture-broken = 「{ $name }」は壊れているか、途中で切れています。
error-picture-too-large = 「{ $name }」は大きすぎます。{ $limit } MBまでです。
error-picture-too-many-pixels = 「{ $name }」は { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } ピクセル、つまり { $megapixels } メガピクセルあります。上限は { $limit } です。縮小して、もう一度添付してください。
error-picture-too-many-pixels-held = 「{ $name }」は { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } ピクセル、つまり { $megapixels } メガピクセルあります。この保存方法のファイルは { $limit } までしか読めません。通常のJPEGで保存するか、縮小してください。
error-picture-too-long = 「{ $name }」は { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } ピクセルあります。一辺の上限は { NUMBER($limit, useGrouping: 0) } です。いくつかに切り分けて添付してください。
error-mask-shape = 「{ $name }」は画像と形が違います。画像は { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } ピクセルです。画像のコピーの上にマスクを描いてください。
error-mask-none = 「{ $name }」はマスクではありません。変えたいところを白、ほかを黒で、灰色を混ぜずに塗ってください。
error-mask-empty = 「{ $name }」には白や塗ったところがないので、何も変わりません。変えたいところを白で塗ってください。
error-mask-all = 「{ $name }」は全体が白いか塗られています。残したいところは黒か透明にするか、**{ button-edit }** を使ってください。
error-picture-raw = 「{ $name }」はカメラのRAWファイルです。JPEGに書き出して添付してください。
error-picture-codec = 「{ $name }」の保存方法（{ $codec }）はここでは読めません。JPEGかPNGで保存して添付してください。
error-picture-too-many-parts = 「{ $name }」はコマや部品が多すぎます。

## Limits

error-blocked = このサーバーのモデレーターの設定により、あなたはここで私を使えません。間違いだと思う場合はモデレーターに尋ねてください。何も送信しておらず、費用もかかっていません。
error-not-in-this-channel = このサーバーでは{ $channels }でのみ使えます。そちらで試してください。費用はかかっていません。
error-not-age-restricted = このサーバーでは年齢制限チャンネルでのみ使えます。そちらで試してください。費用はかかっていません。
error-role-needed = このサーバーで使うには、次のいずれかのロールが必要です：{ $roles }。モデレーターに付けてもらってください。費用はかかっていません。
error-feature-off-chat = このサーバーではチャットがオフになっています。画像は使えます。サーバーを管理する人が `/{ settings-name } { settings-panel-name }` でオンにできます。
error-feature-off-search = このサーバーではウェブ検索がオフになっています。検索なしでもう一度試してください。サーバーを管理する人が `/{ settings-name } { settings-panel-name }` でオンにできます。
error-feature-off-person = このサーバーでは画像にアバターを使うことがオフになっています。人物なしでもう一度試してください。サーバーを管理する人が `/{ settings-name } { settings-panel-name }` でオンにできます。
error-feature-off-files = このサーバーでは画像以外のファイルがオフになっています。ファイルなしでもう一度試してください。サーバーを管理する人が `/{ settings-name } { settings-panel-name }` でオンにできます。
error-price-unknown = このサーバーには予算がありますが、{ $model }の料金がわかりません。別のモデルを選んでください。費用はかかっていません。
error-cooling-down = 先ほど依頼したばかりです。このサーバーでは少し間を空けることになっています。<t:{ NUMBER($until, useGrouping: 0) }:R>にもう一度試してください。費用はかかっていません。
error-budget-used-up = このサーバーの今月の予算の残りでは足りません。<t:{ NUMBER($resets, useGrouping: 0) }:f> から、またはサーバーを管理する人が `/{ settings-name } { settings-panel-name }` で予算を増やすと使えます。費用はかかっていません。
error-budget-too-small = このサーバーの1か月の予算では足りません。サーバーを管理する人が `/{ settings-name } { settings-panel-name }` で予算を増やせます。費用はかかっていません。
error-money-used-up = このサーバーの今月の予算の残りでは足りません。<t:{ NUMBER($resets, useGrouping: 0) }:f> から、またはこのボットの運営者が予算を増やすと使えます。費用はかかっていません。
error-money-too-small = このサーバーが1か月に使える金額では足りません。このボットの運営者が増やせます。費用はかかっていません。
error-quota-none = ここでは1日に使える画像がありません。サーバーを管理する人か、このボットの運営者が増やせます。費用はかかっていません。
error-messages-none = ここでは1日に使える回答がありません。サーバーを管理する人か、このボットの運営者が増やせます。費用はかかっていません。
error-quota-used-up = 今日の { $limit } 枚を使い切りました。次の分は <t:{ NUMBER($resets, useGrouping: 0) }:R>に使えます。
error-quota-left = 今日の残りは { $left } 枚ですが、これには { $count } 枚が必要です。次の分は <t:{ NUMBER($resets, useGrouping: 0) }:R>に使えます。
error-messages-used-up = 今日の { $limit } 回分の回答を使い切りました。次の分は <t:{ NUMBER($resets, useGrouping: 0) }:R>に使えます。
error-too-many-at-once = もう { $limit } 件が作業中です。どれかが終わるまでお待ちください。
error-queue-full = ただいま順番待ちの人が多すぎます。1分ほどしてからお試しください。
error-restarting = 再起動しています。1分ほどしてからお試しください。

## The relay

error-relay-unreachable = 画像サービスにつながりません。数分してからお試しください。
error-all-down = いまはどこからも応答がありません。<t:{ NUMBER($retry, useGrouping: 0) }:R>にもう一度お試しください。
error-relay-busy = 画像サービスが混み合っています。1分ほどしてからお試しください。
error-relay-busy-until = 画像サービスが混み合っています。<t:{ NUMBER($retry, useGrouping: 0) }:R>にもう一度お試しください。
error-relay-balance = 画像サービスの残高がなくなりました。このボットの運営者の対応が必要です。
error-key-rejected = 画像サービスがこのボットのキーを受け付けません。このボットの運営者の対応が必要です。
error-wrong-address = 画像サービスが、ボットの知っているアドレスにありません。このボットの運営者の対応が必要です。
error-model-unavailable = このモデルはいま使えません。別のモデルを選ぶか、あとでお試しください。
error-request-rejected = 画像サービスがこの依頼を受け付けませんでした。言い方か画像を変えてみてください。
error-signature-rejected = モデルがこの会話の前の画像から続けられません。編集したい画像を添付して、新しく始めてください。
error-request-too-large = 一度に渡す量がモデルには多すぎます。画像を減らすか小さくするか、文章を短くしてください。
error-relay-fault = 画像サービスの処理が失敗しました。数分してからお試しください。
error-relay-timeout = 画像サービスから時間内に応答がありませんでした。
error-connection-broke = 応答が届く前に、画像サービスとの接続が切れました。
answer-broke-off = 回答はここで途切れました。届いた分は残っています。
answer-in-file = ここまでが冒頭です。全文はファイルにあります。
error-stopped = 何も届かないうちに停止しました。
error-interrupted = 画像サービスの処理中に再起動しました。
error-reply-unreadable = 画像サービスから読めない応答が届きました。
error-reply-packed = 画像サービスの応答は、ここでは開けない形で圧縮されています（{ $packing }）。このボットの運営者の対応が必要です。
error-result-barred = 画像サービスからリンクが届きましたが、そこから画像を取ってくることは許可されていません。このボットの運営者なら許可できます。
error-reply-empty = 画像サービスから空の応答が届きました。
error-reply-too-long = 何も見せられないうちに、モデルの出力の上限に達しました。一度に頼む量を減らしてください。
error-reply-unfinished = モデルが途中で止まり、まだ見せられるものがありません。もう一度試すか、一度に頼む量を減らしてください。
failed-share = { $count } 枚中 { $number } 枚：{ $said }
cost-none = 利用枠は減っていません。
cost-possible = 課金されたかどうかはわかりませんが、利用枠はお返ししました。
cost-spent = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 4) }

## Refusals

error-refused = 未知の理由でモデルに断られました。言い方を変えるか、もう一度お試しください。

# What was asked

refused-prompt-safety = モデルの安全ルールにより、このご依頼は断られました。言葉か画像を変えてみてください。
refused-prompt-image-safety = モデルの安全ルールでは、このような絵は描けません。もっと穏やかな場面にするか、別の画像を使ってください。
refused-prompt-prohibited = モデルのルールで認められていない内容です。ほかのことを頼んでください。
refused-prompt-blocklist = モデルが受け付けない言葉が含まれています。別の言葉にしてください。
refused-prompt-armor = モデルが読む前に、提供元の防御機能に止められました。貼り付けた文章やリンクを除いて、もっと率直に書いてください。
refused-prompt-jailbreak = ルールを避けようとしているとモデルに判断されました。ほしいものをそのまま頼んでください。
refused-prompt-other = モデルが理由を示さずに断りました。言い方や言語、画像を変えてみてください。

# What was made

refused-safety = モデルの安全ルールにより回答が止められました。言い方を変えてみてください。
refused-image-safety = モデルの安全ルールにより、描いた画像が止められました。言い方を変えるか、もっと穏やかな場面にしてください。
refused-prohibited = 回答に、モデルのルールで認められない内容が入るところでした。ほかのことを頼んでください。
refused-image-prohibited = 画像に、モデルのルールで認められない内容が入るところでした。有名な人物やキャラクター、ブランドを外すか、ほかのことを頼んでください。
refused-recitation = 回答がほかの人の文章に似すぎていました。別の言葉で頼んでください。
refused-image-recitation = 画像がほかの人の作品に似すぎていました。見たいものを自分の言葉で書いてください。
refused-blocklist = モデルが使えない言葉が回答に出てきました。言い方を変えてみてください。
refused-personal = 回答に個人情報が入るところでした。名前や住所、番号を外してください。
refused-armor = 提供元の防御機能がモデルの回答を止めました。言い方を変えてみてください。
refused-escalation = 提供元が確認のためにこの回答を保留しています。ほかのことを頼んでください。
refused-account = モデルの提供元がこのアカウントを制限しています。このボットの運営者の対応が必要です。
refused-no-image = モデルは画像を描きませんでした。何を描いてほしいか書くか、もう一度お試しください。
refused-image-other = モデルが理由を示さずに画像を見せませんでした。言い方を変えるか、もう一度お試しください。
refused-language = モデルはこの言語がわかりません。別の言語で試してください。
refused-malformed-call = モデルがツールの使い方を間違えました。もう一度お試しください。
refused-unexpected-call = モデルがここにはないツールを使おうとしました。もう一度試すか、ツールのいらない頼み方にしてください。
refused-too-many-calls = モデルがツールを何度も使い、先に進めませんでした。一度に頼む量を減らしてください。
refused-malformed-response = モデルの回答が崩れていました。もう一度お試しください。
refused-other = モデルが理由を示さずに途中でやめました。言い方を変えるか、もう一度お試しください。

# What the relay itself does not pass on

refused-by-relay-blocked = 画像サービスによると、モデルがこれを止めました。言い方を変えるか、別の画像を使ってください。
refused-by-relay-words = 画像サービスが通さない言葉が含まれています。別の言葉にしてください。
refused-by-relay-policy = 画像サービス自身のルールにより断られました。ほかのことを頼んでください。
refused-by-relay-filter = 画像サービスのフィルターに止められました。言い方を変えてみてください。

## Usage

named-period = 期間
named-member = メンバー
named-pictures = 画像
named-answers = 回答
usage-name = 利用状況
usage-description = 使った分と残りを見ます。サーバーを管理する人は全体も見られます
usage-period = 月、または今日。省略すると今月です
period-today = 今日
period-this-month = 今月
period-last-month = 先月
usage-title = ## 📊 利用状況 · { $period }
usage-you = **あなた**
usage-server = **このサーバー**
usage-today = 今日：{ $used }
usage-in = { $period }：{ $used }
usage-left = 今日の残り：{ $pictures }、{ $answers }。次の日は <t:{ NUMBER($resets, useGrouping: 0) }:R>に始まります。
usage-pictures = 画像 { $count } 枚
usage-answers = 回答 { $count } 回
usage-refused = 拒否 { $count } 回
usage-nothing = なし
usage-nothing-more = 何も使われていません。
usage-budget = { $bar } { $budget } の { $percent } % · 次の予算は <t:{ NUMBER($resets, useGrouping: 0) }:R>
usages-days = 日ごと
usages-cost = 日ごとの費用
usages-members = メンバーごと
usages-channels = チャンネルごと
usages-models = モデルごと
usage-kind-pictures = 画像
usage-kind-answers = 回答
usage-alt-days = { $period } の日ごとの棒グラフ：{ $said }
usage-alt-most = { $period } の棒グラフ：{ $said }
button-usage-table = 表（CSV）
usage-table = 📄 { $period } のすべてです。表計算で開けます。
usage-table-cut = 📄 { $period } です。表計算で開けます。種類ごとに多い順の { $most } 件までです。
grant-name = 追加付与
grant-description = メンバーの今日の分を増やします
grant-member = 増やす相手
grant-pictures = 増やす画像の枚数
grant-answers = 増やす回答の回数
grant-nothing = 画像か回答をどれだけ増やすか指定してください。
grant-done = ➕ { $member } さんの今日の追加分は合わせて { $total } です。次の日は <t:{ NUMBER($resets, useGrouping: 0) }:R>に始まります。

## Settings in words

setting-channels = チャンネル
setting-threads = スレッド
setting-age_restricted_only = 年齢制限チャンネルのみ
setting-roles = ロール
setting-editors = 画像を変えられる人
setting-models = モデル
setting-image_model = 画像のモデル
setting-chat_model = 言葉のモデル
setting-aspect = 縦横比
setting-size = サイズ
setting-safety = 安全性
setting-off = オフにしたもの
setting-daily_pictures = 1日の画像数
setting-daily_messages = 1日の回答数
setting-more = 1日の画像数が多いロール
setting-cooldown = 次に頼めるまでの間隔
setting-budget = 1か月の予算
setting-dearer = より高いモデルの代役
setting-time_zone = タイムゾーン
setting-spoilers = 画像をスポイラーにする
setting-show_cost = 費用の表示
setting-persona = ペルソナ
setting-locale = 言語
setting-retention_days = 保管期間
setting-log_channel = ログチャンネル
setting-log_prompts = ログチャンネルでのプロンプト表示
setting-reports = メンバーによる報告
value-on = オン
value-off = オフ
value-everywhere = どこでも
value-everyone = 全員
value-all = すべて
value-nothing = なし
value-unlimited = 上限なし
value-usual = 通常どおり
value-seconds = { $count }秒
value-days = { $count }日
threads-never = 開かない
threads-always = いつも開く
threads-ask = 頼まれたとき
editors-everyone = 全員
editors-author = 作者のみ
safety-default = モデルのまま
safety-medium = 中
safety-strict = 厳しい
feature-chat = チャット
feature-search = ウェブ検索
feature-person = アバター
feature-files = チャットのファイル
money = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 2) }
language-name = 日本語

## Moderators

block-menu = ブロック／解除
block-done = 🚫 { $member } さんをブロックしました。このサーバーでは依頼を受け付けません。待っていたものは取り消し、費用はかかっていません。
block-already = 🚫 { $member } さんはこのサーバーでブロックされています。
unblock-done = ✅ { $member } さんはこのサーバーでまた頼めます。
button-block = 作者をブロック
button-unblock = ブロックを解除
form-block-title = このメンバーをブロック
form-block-reason = 理由（モデレーターだけが読みます）
form-block-placeholder = ここでは依頼を受け付けなくなり、待っているものは取り消されます
report-menu = 報告
report-done = 🚩 ありがとうございます。このサーバーのモデレーターだけに伝えました。
report-deleted = 🗑️ { $moderator } さんが削除しました。
report-dismissed = ✔️ { $moderator } さんが問題なしとしました。
button-report = 報告
button-dismiss = 問題なし
form-report-title = これを報告
form-report-reason = どこが問題ですか？
form-report-placeholder = 空のままでもかまいません。モデレーターだけが読みます
error-moderators = サーバーを管理できる人か、メンバーをタイムアウトできる人だけが操作できます。
error-block-self = これはご自身です。ほかのモデレーターに頼んでください。
error-block-manager = { $member } さんはこのサーバーの管理者なので、ブロックできません。
error-reports-off = このサーバーではここで報告を受け付けていません。モデレーターに直接伝えてください。
error-reported = これはもう報告済みです。
error-reports-too-many = 1時間に{ $limit }件報告しました。少し待つか、モデレーターに伝えてください。
error-report-own = これはあなたのものです。削除できます。
error-nothing-to-report = そのメッセージについては何も保管していません。ここで報告できるのは私の画像と回答です。

## What moderators are told

log-setting = ⚙️ { $member } さんが **{ $setting }** を変えました：{ $before } → { $after }
log-blocked = 🚫 { $moderator } さんが { $member } さんをブロックしました。
log-blocked-why = 🚫 { $moderator } さんが { $member } さんをブロックしました：「{ $reason }」
log-unblocked = ✅ { $moderator } さんが { $member } さんのブロックを解除しました。
log-own-relay = 🔌 { $member } さんがこのサーバー独自の画像サービスを入力しました: **{ $host }**
log-own-relay-removed = 🔌 { $member } さんがこのサーバー独自の画像サービスを外しました。
log-granted-pictures = ➕ { $moderator } さんが { $member } さんに、今日の画像を{ $count }枚追加しました。
log-granted-answers = ➕ { $moderator } さんが { $member } さんに、今日の回答を{ $count }回追加しました。
log-budget-warning = ⚠️ 今月の予算が残り少なくなりました：{ $budget } のうち { $spent } を使いました。
log-budget-used-up = ⛔ 今月の予算（{ $budget }）では、頼まれたものすべてには足りなくなりました。{ $resets } に新しくなります。
log-result = 📝 { $member } さん：「{ $prompt }」 · { $link }
log-deleted = 🗑️ { $moderator } さんが { $channel } で { $member } さんのものを削除しました。
log-reported = 🚩 { $member } さんが { $author } さんの { $link } を報告しました。
log-reported-why = 🚩 { $member } さんが { $author } さんの { $link } を報告しました：「{ $reason }」
log-more = … ほか{ $count }件。
log-gone = ログチャンネルがなくなったか、私には見えません。別のチャンネルを選んでください。
log-needed = ログチャンネルを選んでください。ないと、プロンプトも報告もだれも読めません。
log-closed = { $channel } に書き込めません。足りない権限：{ $missing }。
log-open = { $channel } はだれでも読めるので、モデレーターへの知らせも見えてしまいます。モデレーターだけが読めるチャンネルを選んでください。

## This side

error-permission = ここでは次の権限がありません：{ $missing }。モデレーターなら許可できます。
error-forbidden = Discordの設定で、ここではそれができません。モデレーターに、このチャンネルでの権限を確認してもらってください。
list-mark = { "、" }
permission-view_channel = チャンネルを見る
permission-send_messages = メッセージを送信
permission-send_messages_in_threads = スレッドでメッセージを送信
permission-create_public_threads = 公開スレッドの作成
permission-read_message_history = メッセージ履歴を読む
permission-attach_files = ファイルを添付
error-no-thread = Discordがここにスレッドを作れませんでした。今あるスレッドでもう一度頼むか、ここでメンションしてください。利用枠は減っていません。
error-words-blocked = このサーバーの AutoMod が言葉をブロックしたため、ここに投稿できませんでした。言い方を変えてみてください。
error-discord = Discordで問題が起きました。利用枠は減っていません。少ししてからお試しください。
error-discord-kept = Discordに回答を表示できませんでした。できたものは保管してあります。少ししてからお試しください。
error-storage = ボットが保存場所を使えません。ディスクがいっぱいか、読み書きできない状態です。このボットの運営者の対応が必要です。
error-unexpected = こちらで問題が起きました。このボットの運営者に番号 { $reference } を伝えてください。
