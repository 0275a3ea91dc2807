## Commands

imagine-name = imagine
imagine-description = Make pictures from words, or from words and pictures
imagine-prompt = What to paint
edit-name = edit
edit-description = Change a picture: the one you attach, or the newest one here
edit-menu = Edit picture
edit-prompt = What should change
edit-image = The picture to change
describe-name = describe
describe-description = Put a picture into words, and get a prompt that would paint it
describe-menu = Describe picture
describe-image = The picture to describe
describe-which = That message has { $count } pictures. Which one shall I describe?
chat-name = chat
chat-description = Talk in a thread that remembers everything, pictures included
chat-message = What you want to say
chat-file = A picture, PDF, text, sound or short video to talk about
option-reference = A picture to work from
option-aspect = Width to height
aspect-auto = let the pictures decide
option-size = How large
option-model = Which model
option-count = How many pictures
option-thinking = How long the model may think
option-search = Let the model search the web
option-thoughts = Show in a faint line what the model thought
option-improve = Better words first, to choose from
option-private = Show it to you alone
option-person = Whose avatar goes along, once they allow it
thinking-low = short
thinking-medium = medium
thinking-high = long

# What Discord calls the options: lower case, without spaces, at most 32 characters.
named-prompt = prompt
named-image = image
named-image2 = image2
named-image3 = image3
named-image4 = image4
named-aspect = aspect
named-size = size
named-model = model
named-count = count
named-thinking = thinking
named-search = search
named-thoughts = thoughts
named-improve = improve
named-private = private
named-person = person
named-message = message
named-file = file

## Answers

painting = { $count ->
    [1] 🎨 { $model } is painting · started { $since }
   *[other] 🎨 { $model } is painting · { $done } of { $count } done · started { $since }
}
writing = 💭 { $model } is at work · asked { $since }
picture-wanted = { $model } wants this painted: “{ $prompt }”
words-broke-off = The answer broke off here.
waiting = ⏳ Place { $place } in the queue · asked { $since }
waiting-behind = ⏳ Waits for the answer before it · asked { $since }
waiting-relay = ⏳ The picture service has no room · asked again { $until } ({ $number } of { $most })
expected = takes about { $seconds }{ "\u00A0" }s
expected-end = done about { $end }
expected-late = takes longer than usual
seconds = { $seconds }{ "\u00A0" }s
post-origin = from this picture
post-style = style “{ $style }”
post-redone = 🔁 once more
alt-of = { $number } of { $count }: { $said }
alt-given = A picture from { $member }
sources = 🌐 Sources: { $links }
searches = 🌐 Searched for: { $links }
late-ready = { $member }, this is ready.
answered-directly = 📬 { $member }, Discord takes no answer to you here. It comes to you directly instead.
kept-for = 🗂️ { $member }, Discord takes this neither here nor in your direct messages. It is kept for you: have it shown where Discord takes it. That costs nothing more.
blocked-directly = 🛡️ { $member }, this server's AutoMod blocked words in this. It comes to you directly instead.
blocked-kept = 🛡️ { $member }, this server's AutoMod blocked words in this, and I can't reach you directly. It is kept for you: have it shown elsewhere. That costs nothing more.
answer-to = -# ↪ { $member }
chat-thread = Chat
picture-thread = Picture
thread-open = 🧵 The thread is open: { $thread }
chat-asked = 💬 **{ $member }** asks:
chat-file-unseen = 📎 “{ $name }” went along, but can't be shown here.
button-cancel = Cancel
button-stop = Stop
button-show = Show it
cancel-done = Cancelled.
stop-done = Stopped. What came until then stays.
cancel-too-late = It is being painted already, so it counts. What comes is kept for you.
cancelled-kept = 🗂️ Cancelled, but it was already being painted. The picture is kept.
kept-offered = 🗂️ I could not show you what you asked for earlier. It is kept for you.
called-off = Cancelled before anything was sent. It cost you nothing.
button-edit = Edit
button-redo = Redo
button-retry = Try again
button-share = Share
button-thread = Open a thread
button-more = More
button-original = Download original
button-imagine = Imagine
description-prompt = Prompt
button-regenerate = Regenerate
button-spoiler-on = Spoiler on
button-spoiler-off = Spoiler off
spoiler-on = Hidden now until somebody wants to see it.
spoiler-off = Shown to everybody here again.
button-here = Only here
button-paint = Paint
button-words = Edit words
button-mine = Paint mine
improving = 💭 { $model } looks for better words · asked { $since }
improved = ✨ **New words for your picture**
button-see = See
button-clear = Clear
button-delete = Delete
delete-menu = Delete
delete-ask = 🗑️ Delete this post, and what I keep of it? What was made from it stays. This can't be undone.
delete-ask-private = 🗑️ Delete what I keep of this? What was made from it stays. Only you see the message, and only you can dismiss it. This can't be undone.
delete-done = Deleted.
collect-menu = Use as reference
collected-waiting = { $count ->
    [one] 📎 One picture waits for your next `/{ imagine-name }` or `/{ edit-name }`, and goes along as a reference. It waits for a day.
   *[other] 📎 { $count } pictures wait for your next `/{ imagine-name }` or `/{ edit-name }`, and go along as references. They wait for a day.
}
collected-full = { $count ->
    [one] One found no room: { $limit } can wait at most.
   *[other] { $count } found no room: { $limit } can wait at most.
}
collected-none = No picture waits for you.
avatar-name = avatar
avatar-description = Decide whether members of this server may use your avatar in pictures
avatar-question = 👤 **{ $member }** would like to use your avatar in a picture, in the server **{ $server }**. May they? It goes for all members of that server, until you take it back. If you don't want that, nobody there can use it, and I won't ask again.
avatar-allowed = 👤 Members of **{ $server }** may use your avatar in pictures, until you take that back. You can do that here, or with `/{ avatar-name }` in that server.
avatar-refused = 👤 Nobody in **{ $server }** can use your avatar in pictures but you, and I won't ask you. You can change that here, or with `/{ avatar-name }` in that server.
avatar-undecided = 👤 Nobody in **{ $server }** can use your avatar in pictures but you. If somebody would like to, I ask you first. You can also decide now.
button-allow = Allow
button-refuse = Don't allow
button-take-back = Take back
button-vary = Vary
button-aspect = Aspect
button-upscale = Upscale
repainted-vary = Variation of { $words }
repainted-aspect = In { $ratio }: { $words }
repainted-upscale = Upscaled to { $size }: { $words }
details-facts = { $model } · { $size } · { $kind }, { $megabytes } MB · { $member }, { $made }
details-chosen = Chosen: { $what }
details-thinking = thinking { $length }
details-search = web search
details-count = { $count } at once
details-took = took { $seconds }{ "\u00A0" }s
details-person = { $member }'s avatar
details-before = What came before:
details-given = { $count ->
    [1] The picture that you gave with it:
   *[other] The pictures that you gave with it:
}
details-drafts = { $count ->
    [1] The model's draft of it:
   *[other] { $count } drafts of it:
}
details-own = { $count ->
    [1] The model's own picture, before the rest was put back:
   *[other] The model's own { $count } pictures, before the rest was put back:
}
details-credentials = { $count ->
    [one] Its file carries content credentials (C2PA), which name who made it how. I have not checked them; **{ button-original }** keeps them.
   *[other] { $count } files carry content credentials (C2PA), which name who made them how. I have not checked them; **{ button-original }** keeps them.
}
details-links = The files as they came from the model:
details-parts = What is too large for Discord here is in numbered parts. Open the first one with 7-Zip, or join them: `copy /b name.001+name.002 name` on Windows, `cat name.* > name` elsewhere.
form-edit-title = Edit this picture
form-edit-prompt = What should change?
form-edit-placeholder = Make it black and white
form-edit-which = Which picture?
form-edit-picture = Picture { $number }
form-edit-files = More pictures to work from
form-edit-as-before = As it is
form-imagine-title = Paint this
form-imagine-usual = As usual
form-style-title = Paint in the style { $name }
here-title = 🎯 **Only here** · Choose what may change. All else stays as it is.
here-alt = The picture with a grid over it: { $columns } columns and { $rows } rows of cells, numbered from the top left
here-cells = Which cells?
here-place = Row { $row }, column { $column }
here-mask = Mask
here-names = By name
here-things-title = 🎯 **Only here** · Choose what may change. The rest stays as it is.
here-things-alt = The picture with numbered boxes round the things that the menu names
here-which-thing = Which ones?
here-no-things = 🎯 The model named nothing here that it could point at. Choose cells of the grid instead, or upload a mask.
here-otherwise = You can choose cells of the grid instead, or upload a mask.
here-mask-file = Your mask
here-mask-how = White or painted: may change. Black or see-through: stays. Of the same shape as the picture.
here-form = Change only this part
here-placeholder = A hat of straw

## Versions

history-name = history
history-description = See the versions of this conversation, and go on from any of them
undo-name = undo
undo-description = Go back one version
version-title = { $pages ->
    [1] **Versions** · { $count }
   *[other] **Versions** · { $count } · page { $page } of { $pages }
}
version-none = There are no versions here yet. Make a picture with `/{ imagine-name }`, or reply to one with what should change.
version-anew = begins anew
version-from = ↳ from { $version }
version-now = ◀ now
version-undone = undone, but kept
version-wordless = (no words)
version-jump = show
version-private = only you see it
version-tree = The versions as a tree: { $links }
version-tree-root = { $version } begins anew
version-tree-link = { $version } from { $before }
version-tree-now = now: { $version }
version-choose = Go on from …
version-older = Older
version-newer = Newer
version-back = ↩️ { $member } went back to version { $version }: { $prompt }
undo-kept = Version { $version } is not deleted: `/{ history-name }` lists it, and brings it back.
undo-first = There is nothing before version { $version }: it continues no other.

## Styles

style-name = style
style-description = Keep looks under a name, and paint in them
style-save-name = save
style-save-description = Keep words, pictures and more under a name
style-use-name = use
style-use-description = Make pictures in a style
style-list-name = list
style-list-description = See your styles and those of this server
style-delete-name = delete
style-delete-description = Delete a style
style-called = What the style is called
style-words = Words that go along with every prompt
style-image = A picture that goes along with every prompt
style-owner = For whom: you alone, or everybody in this server
style-which = Which style
style-for-me = me
style-for-server = server
named-name = name
named-words = words
named-owner = for
style-own = only yours
style-of-server = of this server
style-pictures = { $count ->
    [one] one picture
   *[other] { $count } pictures
}
style-alt = The first picture of the style { $name }
style-saved = 🔖 This style is kept. `/{ style-name } { style-use-name }` paints in it.
style-replaced = 🔖 This style is kept, in place of the one of the same name.
style-title = { $pages ->
    [1] **Styles** · { $count }
   *[other] **Styles** · { $count } · page { $page } of { $pages }
}
style-none = There are no styles here yet. `/{ style-name } { style-save-name }` keeps words, pictures and more under a name.
style-delete-ask = 🗑️ Delete this style? Pictures that were made in it stay. This can't be undone.
style-deleted = The style “{ $name }” is deleted.
button-use = Use
button-previous = Previous
button-next = Next

## A server's own relay

service-is = 🔌 All that is asked here goes to this server's own picture service, **{ $host }**, since <t:{ NUMBER($at, useGrouping: 0) }:f>. The server pays for it there.
service-is-none = 🔌 This server has no picture service of its own: what is asked here goes to that of whoever runs this bot.
service-not-offered = 🔌 Servers can't have a picture service of their own here. Whoever runs this bot can switch that on.
button-own-relay = Use our own service
button-own-relay-change = Enter it anew
button-own-relay-remove = Remove it
form-own-relay = Our own picture service
form-own-relay-address = Address
form-own-relay-address-placeholder = https://relay.example
form-own-relay-address-note = It begins with https:// and is open to the internet. Leave out /v1beta and all behind it.
form-own-relay-key = Key
form-own-relay-key-note = It is kept encrypted, never shown again, and deleted when I leave the server.
form-own-relay-auth = How the key is sent
form-own-relay-bearer = Authorization: Bearer (most services)
form-own-relay-api-key = x-goog-api-key (Google itself)
service-address-refused = I can't use this address. It has to begin with https://, name a host, and end before anything like /v1beta.
service-key-refused = The service at this address does not accept this key. Copy it again, or choose the other way to send it.
service-balance = The service takes this key, but its credit is used up. Pay it up, then enter it again.
service-unreachable = Nothing answers at this address. It has to be one that everybody on the internet can reach.
service-refused = What is at this address tells neither its models nor what a text would cost. Check the address with whoever gave you the key.
error-own-relay-key = This server's own picture service does not accept its key. Whoever manages the server can enter it again.
error-own-relay-locked = The key of this server's own picture service can't be read any more. Whoever manages the server can enter it again.
error-own-relay-removed = This server's own picture service was removed before it was your turn. Ask again.
error-own-relay-balance = The credit at this server's own picture service is used up. Whoever manages the server has to look after it.
error-own-relay-address = This server's own picture service is not at its address. Whoever manages the server can enter it again.
error-own-relay-unreachable = This server's own picture service can't be reached. Try again in a few minutes.

## Help

help-name = help
help-description = See what I can do, on one screen
help =
    ✨ **Pictures, made and changed together**
    🎨 { $imagine } makes pictures from words, or from words and up to four pictures.
    🖌️ **Reply to any picture** and write what should change: that very picture is changed. Several at once? Begin with a number, like “2: make the sky red”. { $edit } does it too.
    🎯 **Only here**, under a picture, changes one part of it and keeps the rest as it is.
    🔍 { $describe } puts a picture into words, and into a prompt that paints it anew.
    🔖 { $style } keeps a look under a name, with words, pictures and more, for you or for the server.
    💬 { $chat } opens a thread that remembers everything, pictures included. Or mention me anywhere.
    ↩️ { $history } lists all versions, and goes on from any of them; { $undo } goes back one.
    📎 Press long, or right-click, any message with a picture: under **Apps** you can edit it, describe it, or keep it as a reference for what you ask next.
    👤 **{ named-person }** in { $imagine } takes somebody's avatar along, once they allow it. { $avatar } is where you allow that, or take it back.
    🤖 { $models } shows what each model can do.

    👉 **Try it**
    - Press one of the examples below. You can change the words before it is painted.
    - Then reply to the picture: *make it snow*
    - { $chat } *What could the logo of a reading club show?*

    -# What you ask for counts against your day only if something is made. Everything can be cancelled while it waits.
help-guest =
    ✨ **You brought me along: this works here**
    🎨 { $imagine } makes pictures from words, or from words and up to four pictures.
    🖌️ { $edit } changes the picture that you give it; the buttons under a picture of mine change that one.
    🔍 { $describe } puts a picture into words, and into a prompt that paints it anew.
    🔖 { $style } keeps a look under a name, with words, pictures and more, for you alone.
    📎 Press long, or right-click, any message with a picture: under **Apps** you can have it described.
    🤖 { $models } shows what each model can do.

    👉 **Try it**: press one of the examples below. You can change the words before it is painted.

    -# I am no member here, so I read no messages. Threads, versions and replies work where I am one.
example-boat = a paper boat in a puddle, morning light
example-fox = a fox reading under a street lamp, as a woodcut
example-logo = a logo for a reading club, two colours
models-name = models
models-description = See which models there are, and what each can do
models-image = For pictures
models-chat = For words
models-usual = · default
models-sizes = sizes { $sizes }
models-aspects = ratios { $aspects }
models-references = { $count ->
    [one] one picture to work from
   *[other] up to { $count } pictures to work from
}
models-takes = reads { $takes }
models-thinking = thinks { $levels }
models-search = searches the web
models-thoughts = tells what it thought
models-price = { $price } a picture
models-price-range = { $least } to { $most }
models-price-answer = { $price } an answer
models-price-tokens = { $input } and { $output } a million tokens sent and answered
welcome =
    👋 **Hello! I make pictures, and change them, together with you.**
    🎨 Try { $imagine } *a lighthouse in a storm*. Then **reply to the picture** with what should change.
    💬 { $chat } opens a thread for longer talks, and { $help } shows the rest on one screen.
welcome-lacks = ⚠️ In this server I may not: { $missing }. Somebody who manages it can let me, in Server Settings ▸ Roles.

## Settings of a server

settings-name = settings
settings-description = Decide where, for whom and how much I work in this server
settings-panel-name = panel
settings-panel-description = See and change what this server decided
settings-export-name = export
settings-export-description = Get this server's settings as a file
settings-import-name = import
settings-import-description = Take settings from a file, once you have seen what they change
settings-import-file = A TOML file, such as the one that the export makes
settings-exported = 📄 The settings of this server. Change what you like, and give the file to `/{ settings-name } { settings-import-name }`. In another server, leave out channels and roles.
settings-import-ask = 📥 This file changes:
settings-import-same = Nothing changes: all that this file says holds already.
settings-import-wrong = Nothing was changed. This file has mistakes:
button-settings-import = Change all that
settings-title = Settings of this server
settings-hint = What this server decided is **bold**. Choose below what to change.
settings-choose = What would you like to look at?
topic-overview = Overview
topic-where = Where
topic-who = Who
topic-models = Models
topic-much = How much
topic-shown = How it is shown
topic-features = Features
topic-records = Records
topic-service = Own picture service
topic-blocked = Blocked members
settings-and-more = { $said } and { $count } more
settings-changed = ✅ Changed: { $settings }
settings-capped = Whoever runs this bot lets nobody have more than { $pictures } pictures and { $answers } answers a day here.
settings-blocked = { $count ->
    [0] Nobody is blocked.
    [one] One member is blocked, and can't use me here.
   *[other] { $count } members are blocked, and can't use me here.
}
settings-block = Block members
settings-unblock = Let members in again, by their numbers
settings-blocked-now = 🚫 Blocked: { $members }
settings-unblocked = ✅ Let in again: { $members }
button-settings-change = Change
button-settings-more = More pictures for roles
form-settings-on = What members can use here
form-settings-count = Pictures a day
form-settings-count-placeholder = Empty: these roles have no more than others.
about-channels = Where I work, with all threads there. None: everywhere that I can write.
about-threads = Whether a picture that is asked for in a channel opens a thread.
about-age_restricted_only = I work in age-restricted channels alone.
about-roles = Who may use me. None: everyone.
about-editors = By its buttons, or by a reply to it.
about-models = What members can choose. None: all of them.
about-image_model = What paints where nobody chooses.
about-chat_model = What answers where nobody chooses.
about-aspect = Width to height, where nobody chooses and the model takes it.
about-size = Where nobody chooses, and the model takes it.
about-safety = How strictly models filter what they make.
about-off = What members can't use here.
about-daily_pictures = Empty: as many as whoever runs this bot allows.
about-daily_messages = Empty: as many as whoever runs this bot allows.
about-more = How many pictures a day their members have; they may use me, too.
about-cooldown = In seconds. Empty: none.
about-budget = In US dollars, such as 25 or 12.50. Empty: no limit.
about-dearer = While a model is not to be had, also one that costs more.
about-time_zone = When days and months begin, such as Europe/Berlin.
about-spoilers = Each picture is hidden until somebody clicks it.
about-show_cost = Each answer tells what it cost.
about-persona = What models are told to be where they talk.
about-locale = Of what everybody reads. As usual: the server's in Discord.
about-retention_days = In days. Empty: as whoever runs this bot wants it.
about-log_channel = Where moderators read what I note: changes, blocks, reports, money.
about-log_prompts = It also tells what members asked for, where all see what came of it.
about-reports = Members can point out to moderators what should not stay.

## Privacy

privacy-name = privacy
privacy-description = See what I keep of you, take it along, or have it forgotten
privacy-show-name = show
privacy-show-description = See what I keep of you, how long, and who sees it
privacy-export-name = export
privacy-export-description = Get all that I keep of you as a file
privacy-forget-name = forget
privacy-forget-description = Have me forget all that I keep of you
privacy-title = 🔒 **What I keep of you**
privacy-asked = - What you asked for: { $requests }, with { $answers } answers
privacy-files = - Pictures and other files: { $count } ({ $megabytes } MB)
privacy-where = - Where you asked: { $places }
privacy-others = { $count ->
    [one] 1 other server
   *[other] { $count } other servers
}
privacy-directly = direct messages, or as a guest
privacy-waiting = - Made and not shown yet: { $count }
privacy-styles = - Styles that you saved: { $count }
privacy-references = - Pictures that you collected: { $count }
privacy-decisions = - What you decided about your avatar: { $count }
privacy-changes = - Settings of servers that you changed: { $count }
privacy-used = - Counted since { $month }: { $pictures } pictures, { $answers } answers
privacy-language = - The language of your Discord: { $language }
privacy-blocked = - Servers that block you: { $count }
privacy-avatar = 👤 Members of **{ $server }** may use your avatar.
privacy-how-long = ⏳ **How long:** until you delete the post that shows it, its channel goes, or you have it forgotten. Sums of what was used stay, without your name. A server can set less.
privacy-how-long-days = { $count ->
    [one] ⏳ **How long:** 1 day, or until you delete the post that shows it, its channel goes, or you have it forgotten. Sums of what was used stay, without your name. Styles stay until you delete them.
   *[other] ⏳ **How long:** { $count } days, or until you delete the post that shows it, its channel goes, or you have it forgotten. Sums of what was used stay, without your name. Styles stay until you delete them.
}
privacy-who = 👀 **Who sees it:** whoever can read the channel where it was posted; what is private, you alone. Whoever runs this bot could look it up. The picture service gets what you ask for, with its pictures, and where several talk also what you are called there.
button-export-mine = Export
button-forget = Forget me
button-forget-confirm = Yes, forget me
privacy-export = 📦 This is what I keep of you: open `about.json` and `requests-001.json` in any text editor; your pictures are in `files`. What others said or made is not in it. If one file is not enough, more follow.
privacy-part = 📦 File { $number }. What ends in `.001`, `.002` is one file in parts: join them in that order.
privacy-all = { $count ->
    [one] 📦 That was all: 1 file.
   *[other] 📦 That was all: { $count } files.
}
privacy-cut = 📦 These were { $count } files, and there is more than I can send. Ask whoever runs this bot for the rest.
privacy-ask =
    🗑️ **Shall I forget you?** This can't be undone.
    🧹 **Gone for good:** all that you asked for and what came of it, in every server and here, with its pictures; your styles, a server's too; what you collected; what you decided about your avatar; your language; and your name in the books.
    📌 **What stays:** posts in Discord. Delete those that you want gone before, with **Apps ▸ { delete-menu }**: afterwards I no longer know whose they are. What others made from your pictures stays theirs. What you used today counts until the day is over, and servers that block you go on doing so.
privacy-forgotten = 🗑️ You are forgotten. Your files go within about two hours, and what you used today when the day is over.
privacy-at-work = What is still being made is forgotten as soon as it is done.

## Quiet notes

note-more = { $count ->
    [1] … and 1 more thing.
   *[other] … and { $count } more things.
}
note-history-cut = The older part of this conversation no longer fits; from now on the model sees only the newer part.
note-files-unread = { $model } does not read every file of this conversation; it goes on without those.
note-signatures-rebuilt = The model did not accept its own history, so it worked from the picture alone.
note-other-relay = Another service had to step in: { $relay }.
note-other-model = { $asked } was not available; { $model } stepped in.
note-model-not-here = This server does not use { $asked }; { $model } took its place.
note-not-searched = Answered without a search of the web: { $model } can't do that here.
note-thoughts = 💡 Thought: { $thoughts }
note-shrunk = The model got “{ $name }” as { $size } pixels, made from { $given }: what is small in it is lost. Cut it into parts to keep that.
note-no-picture = No picture came with this answer. What it would have counted for was given back.
note-half = Only a part of this picture arrived. What it would have counted for was given back; Redo asks for it anew.
note-draft = The model sent no final picture. This is the last draft that it made on the way.
note-result-barred = The picture is behind a link, and I may not fetch pictures from there. Whoever runs this bot can allow it.
note-cut = The model stopped before it was done.
note-stopped = Stopped here, as you asked.
note-unreadable = A part of this answer could not be read.
note-otherwise = Asked for { $asked }; the model made it otherwise.
note-only-here = 🎯 Only the part you chose has changed. All the rest is as it was, pixel for pixel.
note-not-only-here = 🎯 The model did not keep to the part you chose: it moved the rest, so that could not be put back.
note-fitted = Made smaller to fit Discord's limit here; the original is kept.
note-no-thread = This server wants a thread for each picture, but I may not: { $missing }.
note-references = { $count ->
    [one] One of your references went along.
   *[other] { $count } of your references went along.
}
note-first-frame = Of an animation only the first frame was used.

## What the member can mend

error-empty-prompt = Tell me what to do: write what you want to see, or what should change.
error-prompt-too-long = That is too long: { $limit } characters at most.
error-nothing-to-edit = There is no picture to change here. Attach one, or reply to one.
error-no-picture = There is no picture in that message.
error-proposal-over = That offer is over: it stands for a day. Ask again with `/{ imagine-name }`.
error-nothing-to-delete = I keep nothing of that message. What can be deleted here are my pictures and answers.
error-references-gone = { $count ->
    [one] One of your references is gone, or you do not see it any more.
   *[other] { $count } of your references are gone, or you do not see them any more.
}
error-references-hidden = { $count ->
    [one] One of your references can't be looked at from here. It waits on.
   *[other] { $count } of your references can't be looked at from here. They wait on.
}
error-references-left = { $count ->
    [one] One of your references waits for the next time: { $limit } pictures at most.
   *[other] { $count } of your references wait for the next time: { $limit } pictures at most.
}
error-which-picture = That message has { $count } pictures. Which one do you mean? The next time, begin with its number, for example “2: make the sky red”.
error-unknown-model = There is no model called “{ $model }” here. Choose one of these: { $known }.
error-unsupported-option = { $model } does not take { $value }. It takes: { $allowed }.
error-option-not-taken = { $model } does not let you choose { $value }. Leave that option out.
error-largest = { $model } can't paint this picture any larger.
error-thinking-not-taken = { $model } can't be told to think that long. Choose another length, or leave that option out.
error-search-not-taken = { $model } can't search the web here. Choose another model, or leave that option out.
error-unknown-style = There is no style called “{ $name }” here. `/{ style-name } { style-list-name }` shows those that there are.
error-style-nameless = A style needs a name that can be seen.
error-style-empty = There is nothing to keep yet: give words, a picture, or something to choose.
error-style-gone = That style was deleted.
error-style-elsewhere = That style belongs to somebody else, or to another server.
error-usage-server = What the whole server used is seen by those who may manage the server.
error-grant-server = More is given by those who may manage the server.
error-unknown-period = There is no month { $period }. Choose one of the list.
error-grant-too-large = A member can be given { NUMBER($pictures) } pictures and { NUMBER($answers) } answers more for a day at most, all taken together.
error-style-server = The styles of a server are kept and deleted by those who may manage the server.
error-style-no-server = This is no server that has styles of its own. Keep it for yourself.
error-style-left = { $count ->
    [one] One picture of the style was left out: { $limit } pictures at most.
   *[other] { $count } pictures of the style were left out: { $limit } pictures at most.
}
error-styles-full = You have { $limit } styles, which is as many as there can be. Delete one, or save this one under its name.
error-styles-full-server = This server has { $limit } styles, which is as many as there can be. Delete one, or save this one under its name.
error-thoughts-not-told = { $model } does not tell what it thinks. Choose another model, or leave that option out.
error-elsewhere = That belongs to another channel, and can only be used there.
error-private = That was made for somebody else alone. Only they can use it.
error-person-asked = 👤 { $member } was asked. Once they allow it, use the command again. It cost you nothing.
error-person-refused = { $member }'s avatar can't be used here.
error-person-closed = { $member } takes no direct messages from me, so I could not ask for their avatar. They can allow it with `/{ avatar-name }` in this server.
error-person-too-many = You have asked { $limit } people for their avatars, and not one of them has answered yet. Wait for them, or ask again tomorrow.
error-person-bot = { $member } is a bot, and can't allow that. Choose a person.
error-person-elsewhere = I can't ask { $member } here: only members of a server that I am in, too. Your own avatar you can use anywhere.
error-person-no-avatar = { $member } has no avatar of their own.
error-person-taken-back = That was made with somebody's avatar, and they don't allow that here.
error-server-gone = I am no longer in that server, so there is nothing left to decide.
error-not-yours = That is { $member }'s. Only they can do this, or somebody who may manage messages here.
error-asked-another = This asks { $member }, and only they can choose. To change a picture yourself, reply to it.
error-version-unseen = Not everybody here sees that version, so this channel can't go on from it.
error-gone = That picture or message is no longer kept here.
error-unknown-control = That button or form is from another version of me, and I don't know what it does. Nothing was done. `/{ help-name }` shows what I can do now.
error-already-shown = That is done already; look for it in this channel.
error-setting-invalid = { $setting } can't be that. Nothing was changed.
error-setting-changed = Somebody else has just changed { $setting }. Nothing of yours was kept: look at it again, then change it.
error-settings-server = Settings belong to a server that I am a member of. Use this there.
error-settings-manager = Only those who may manage the server can see and change its settings.
error-setting-switch = “{ $setting }” takes true or false.
error-setting-number = “{ $setting }” takes a whole number from { $least } to { $most }.
error-setting-money = “{ $setting }” takes US dollars with two decimals at most, such as 25 or 12.50, up to { $most }.
error-setting-words = “{ $setting }” takes words, { $most } characters at most.
error-setting-choice = “{ $setting }” can't be “{ $value }”. It takes: { $allowed }.
error-setting-channels = “{ $setting }” takes channels of this server, by their ids; “{ $value }” is none.
error-setting-roles = “{ $setting }” takes roles of this server, by their ids; “{ $value }” is none that members are given.
error-setting-closed = “{ $setting }”: I can't post in { $channels }. Let me view it and send messages there, or choose another one.
error-setting-time-zone = “{ $setting }”: there is no time zone “{ $value }”. Write one of the IANA list, such as Europe/Berlin or America/Sao_Paulo.
error-setting-list = “{ $setting }” takes several things: a list, or for roles with more a table.
error-setting-many = “{ $setting }” takes { $most } at most.
error-setting-unknown = “{ $value }” is no setting that I know.
error-settings-file = That file can't be read as TOML. Take one that the export made, and change only what stands behind the “=”.
error-still-at-work = This is still at work; its answer comes where it was asked for.
error-over = This is over already; there is nothing left to stop.
error-guest-picture = I am no member here, so I can't look at that picture again. Save it, and give it to `/{ edit-name }`.
error-guest-first = That message has { $count } pictures, and I am no member here, so I described the first one. Save another one, and give it to `/{ describe-name }`.
error-no-threads-here = Threads can't be opened here. Try it in a text channel.
error-attachment-unreachable = “{ $name }” could not be fetched from Discord. Attach it again.
error-attachment-host = “{ $name }” is not stored at Discord, so it was not fetched. Attach it as a file.
error-picture-one-too-many = “{ $name }” was left out: { $limit } pictures at most.
error-picture-empty = “{ $name }” is empty.
error-picture-type = “{ $name }” is no picture that can be used. Attach it as a file: PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP or TIFF.
error-picture-drawn = “{ $name }” is a sticker that Discord draws while it moves: there is no picture of it to work from.
error-text-one-too-many = “{ $name }” was left out: { $limit } text files at most.
error-text-too-long = “{ $name }” was left out: a text file may have { $limit } KB at most.
error-text-unreadable = “{ $name }” could not be read as text. Save it as UTF-8, or paste its words.
error-file-not-taken = “{ $name }” can't be used: { $model } reads { $takes }.
error-file-one-too-many = “{ $name }” was left out: { $limit } files beside pictures and text at most.
error-files-too-large = “{ $name }” does not fit: the files of one message may have { $limit } MB together, pictures and text aside.
error-file-too-long = “{ $name }” plays for too long: { $limit } minutes at most. Cut out the part that you mean.
error-file-broken = “{ $name }” is damaged or incomplete.
error-file-locked = “{ $name }” is locked with a password or against copying. Save it without that, and attach it again.
takes-pictures = pictures
takes-text = text and code
takes-pdf = PDF
takes-audio = audio
takes-video = short videos
error-picture-unreadable = “{ $name }” could not be read as a picture.
error-picture-broken = “{ $name }” is damaged or incomplete.
error-picture-too-large = “{ $name }” is too large: { $limit } MB at most.
error-picture-too-many-pixels = “{ $name }” has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels, that is { $megapixels } megapixels: { $limit } at most. Make it smaller, and attach it again.
error-picture-too-many-pixels-held = “{ $name }” has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels, that is { $megapixels } megapixels: of a file that is stored like this one { $limit } at most can be read. Save it as a plain JPEG, or make it smaller.
error-picture-too-long = “{ $name }” has { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels: a side may have { NUMBER($limit, useGrouping: 0) } at most. Cut it into parts, and attach those.
error-mask-shape = “{ $name }” has another shape than the picture, which is { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels. Draw the mask on a copy of the picture.
error-mask-none = “{ $name }” is no mask: paint what should change white and all else black, without greys between.
error-mask-empty = Nothing in “{ $name }” is white or painted, so nothing would change. Paint what should change white.
error-mask-all = All of “{ $name }” is white or painted. Leave black or see-through what should stay, or use **Edit**.
error-picture-raw = “{ $name }” is a raw file of a camera. Export it as JPEG, and attach that.
error-picture-codec = “{ $name }” is stored in a way that can't be read here ({ $codec }). Save it as JPEG or PNG, and attach that.
error-picture-too-many-parts = “{ $name }” is made of too many frames or parts.

## Limits

error-blocked = This server's moderators don't let you use me here. Ask one of them if you think that is a mistake. Nothing was sent, and it cost nothing.
error-not-in-this-channel = On this server I only work in { $channels }. Ask there. It cost nothing.
error-not-age-restricted = On this server I only work in age-restricted channels. Ask in one of them. It cost nothing.
error-role-needed = On this server you need one of these roles to use me: { $roles }. A moderator can give you one. It cost nothing.
error-feature-off-chat = This server has chat switched off. Pictures still work. Whoever manages the server can switch it on with `/{ settings-name } { settings-panel-name }`.
error-feature-off-search = This server has web search switched off. Ask again without it. Whoever manages the server can switch it on with `/{ settings-name } { settings-panel-name }`.
error-feature-off-person = This server has avatars in pictures switched off. Ask again without a person. Whoever manages the server can switch them on with `/{ settings-name } { settings-panel-name }`.
error-feature-off-files = This server has files other than pictures switched off. Ask again without the file. Whoever manages the server can switch them on with `/{ settings-name } { settings-panel-name }`.
error-price-unknown = This server has a budget, and nobody knows what { $model } costs. Choose another model. It cost nothing.
error-cooling-down = You asked just now, and this server wants a little time in between. Ask again <t:{ NUMBER($until, useGrouping: 0) }:R>. It cost nothing.
error-budget-used-up = What is left of this server's money for this month is not enough for this. There is more from <t:{ NUMBER($resets, useGrouping: 0) }:f>, or as soon as whoever manages the server raises the budget with `/{ settings-name } { settings-panel-name }`. It cost nothing.
error-budget-too-small = This server's money for a month is too little for that. Whoever manages the server can raise the budget with `/{ settings-name } { settings-panel-name }`. It cost nothing.
error-money-used-up = What is left of this server's money for this month is not enough for this. There is more from <t:{ NUMBER($resets, useGrouping: 0) }:f>, or as soon as whoever runs this bot gives the server more. It cost nothing.
error-money-too-small = What this server may spend in a month is too little for that. Whoever runs this bot can give it more. It cost nothing.
error-quota-none = You have no pictures a day here. Whoever manages the server, or runs this bot, can give you some. It cost nothing.
error-messages-none = You have no answers a day here. Whoever manages the server, or runs this bot, can give you some. It cost nothing.
error-quota-used-up = { $limit ->
    [one] Your one picture of today is used up.
   *[other] Your { $limit } pictures of today are used up.
} New ones come <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-quota-left = { $left ->
    [one] Only one picture of your day is left, and this would make { $count }.
   *[other] Only { $left } pictures of your day are left, and this would make { $count }.
} New ones come <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-messages-used-up = { $limit ->
    [one] Your one answer of today is used up.
   *[other] Your { $limit } answers of today are used up.
} New ones come <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-too-many-at-once = { $limit ->
    [one] You have a request under way already. Wait until it is done.
   *[other] You have { $limit } requests under way already. Wait until one of them is done.
}
error-queue-full = Too many people are waiting just now. Try again in a minute.
error-restarting = I am restarting. Try again in a minute.

## The relay

error-relay-unreachable = The picture service can't be reached. Try again in a few minutes.
error-all-down = Nothing answers at the moment. Worth trying again <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-busy = The picture service is busy. Try again in a minute.
error-relay-busy-until = The picture service is busy. Worth trying again <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-balance = The picture service's credit is used up. Whoever runs this bot has to look after it.
error-key-rejected = The picture service does not accept this bot's key. Whoever runs this bot has to look after it.
error-wrong-address = The picture service is not where this bot looks for it. Whoever runs this bot has to look after it.
error-model-unavailable = This model is not available at the moment. Choose another one, or try later.
error-request-rejected = The picture service did not accept this request. Say it differently, or use another picture.
error-signature-rejected = The model can't go on from the earlier pictures of this conversation. Start anew, and attach the picture that you want to change.
error-request-too-large = This is too much for the model at once. Use fewer or smaller pictures, or a shorter text.
error-relay-fault = The picture service broke down over this. Try again in a few minutes.
error-relay-timeout = The picture service did not answer in time.
error-connection-broke = The connection to the picture service broke before its answer was here.
answer-broke-off = The answer broke off here. What came of it is kept.
answer-in-file = That is the beginning: all of it is in the file.
error-stopped = Stopped before anything came.
error-interrupted = I was restarted while the picture service was at work on this.
error-reply-unreadable = The picture service sent something that can't be read.
error-reply-packed = The picture service packed its answer in a way that can't be opened here ({ $packing }). Whoever runs this bot has to look after it.
error-result-barred = The picture service answered with a link, and I may not fetch pictures from there. Whoever runs this bot can allow it.
error-reply-empty = The picture service answered with nothing.
error-reply-too-long = The model ran out of room before it had anything to show. Ask for less at once.
error-reply-unfinished = The model stopped half-way, with nothing to show yet. Try again, or ask for less at once.
failed-share = { $number } of { $count }: { $said }
cost-none = It cost you nothing.
cost-possible = Whether it was billed is not known; your allowance was given back.
cost-spent = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 4) }

## Refusals

error-refused = The model refused this for a reason that is new to me. Say it differently, or try again.

# What was asked

refused-prompt-safety = The model's safety rules refuse what you asked for. Change your words or your pictures.
refused-prompt-image-safety = The model's safety rules allow no picture of this. Ask for a tamer scene, or use other pictures.
refused-prompt-prohibited = This is not allowed by the model's rules. Ask for something else.
refused-prompt-blocklist = You used a word that the model does not accept. Use another one.
refused-prompt-armor = The provider's guard stopped this before the model read it. Say it more plainly, without pasted text or links.
refused-prompt-jailbreak = The model took this for an attempt to get around its rules. Ask directly for what you want.
refused-prompt-other = The model did not accept this, and did not say why. Say it differently, in another language, or with other pictures.

# What was made

refused-safety = The model's safety rules stopped its answer. Say it differently.
refused-image-safety = The model's safety rules hold its picture back. Say it differently, or ask for a tamer scene.
refused-prohibited = The answer would have held what the model's rules do not allow. Ask for something else.
refused-image-prohibited = The picture would have shown what the model's rules do not allow. Leave out known people, characters and brands, or ask for something else.
refused-recitation = The answer came too close to somebody's text. Ask for it in other words.
refused-image-recitation = The picture came too close to somebody's work. Describe what you want to see in your own words.
refused-blocklist = A word that the model may not use came up in its answer. Say it differently.
refused-personal = The answer would have told personal details. Leave out names, addresses and numbers.
refused-armor = The provider's guard stopped the model's answer. Say it differently.
refused-escalation = The model's provider holds this answer back for its own review. Ask for something else.
refused-account = The model's provider has limited this account. Whoever runs this bot has to look after it.
refused-no-image = The model made no picture of this. Say what the picture should show, or try again.
refused-image-other = The model can't show its picture, and did not say why. Say it differently, or try again.
refused-language = The model does not understand this language. Try another one.
refused-malformed-call = The model stumbled over one of its tools. Try again.
refused-unexpected-call = The model reached for a tool that it does not have here. Try again, or ask without needing one.
refused-too-many-calls = The model used its tools over and over and got nowhere. Ask for less at once.
refused-malformed-response = The model's answer came out garbled. Try again.
refused-other = The model did not finish this, and did not say why. Say it differently, or try again.

# What the relay itself does not pass on

refused-by-relay-blocked = The picture service says that the model blocked this. Say it differently, or use other pictures.
refused-by-relay-words = The picture service found a word that it does not pass on. Use another one.
refused-by-relay-policy = The picture service's own rules refuse this. Ask for something else.
refused-by-relay-filter = The picture service's content filter stopped this. Say it differently.

## Usage

named-period = period
named-member = member
named-pictures = pictures
named-answers = answers
usage-name = usage
usage-description = See what you used and what is left; whoever manages the server sees all of it
usage-period = A month, or today; this month if you leave it out
period-today = Today
period-this-month = This month
period-last-month = Last month
usage-title = ## 📊 Usage · { $period }
usage-you = **You**
usage-server = **This server**
usage-today = Today: { $used }
usage-in = { $period }: { $used }
usage-left = Left today: { $pictures }, { $answers }. The next day begins <t:{ NUMBER($resets, useGrouping: 0) }:R>.
usage-pictures = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
usage-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
usage-refused = { $count } refused
usage-nothing = nothing
usage-nothing-more = Nothing was used.
usage-budget = { $bar } { $percent } % of { $budget } · new money <t:{ NUMBER($resets, useGrouping: 0) }:R>
usages-days = By day
usages-cost = Cost by day
usages-members = By member
usages-channels = By channel
usages-models = By model
usage-kind-pictures = Pictures
usage-kind-answers = Answers
usage-alt-days = Bars for the days of { $period }: { $said }
usage-alt-most = Bars for { $period }: { $said }
button-usage-table = Table (CSV)
usage-table = 📄 All of { $period }, for a spreadsheet.
usage-table-cut = 📄 { $period }, for a spreadsheet: of each kind the { $most } that used most.
grant-name = grant
grant-description = Give a member more for today
grant-member = Who gets more
grant-pictures = How many more pictures
grant-answers = How many more answers
grant-nothing = Say how many pictures or answers more it should be.
grant-done = ➕ { $member } has more for today, in all: { $total }. The next day begins <t:{ NUMBER($resets, useGrouping: 0) }:R>.

## Settings in words

setting-channels = Channels
setting-threads = Threads
setting-age_restricted_only = Only in age-restricted channels
setting-roles = Roles
setting-editors = Who may change a picture
setting-models = Models
setting-image_model = Model for pictures
setting-chat_model = Model for words
setting-aspect = Ratio
setting-size = Size
setting-safety = Safety
setting-off = Switched off
setting-daily_pictures = Pictures a day
setting-daily_messages = Answers a day
setting-more = Roles with more pictures a day
setting-cooldown = Pause between requests
setting-budget = Money a month
setting-dearer = Dearer models may step in
setting-time_zone = Time zone
setting-spoilers = Pictures as spoilers
setting-show_cost = Cost is shown
setting-persona = Persona
setting-locale = Language
setting-retention_days = Kept for
setting-log_channel = Log channel
setting-log_prompts = Prompts in the log channel
setting-reports = Members can report
value-on = on
value-off = off
value-everywhere = everywhere
value-everyone = everyone
value-all = all
value-nothing = none
value-unlimited = no limit
value-usual = as usual
value-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
value-days = { $count ->
    [one] one day
   *[other] { $count } days
}
threads-never = never
threads-always = always
threads-ask = when asked for
editors-everyone = everyone
editors-author = its author alone
safety-default = as the model has it
safety-medium = medium
safety-strict = strict
feature-chat = chats
feature-search = web search
feature-person = avatars
feature-files = files in chats
money = US${ NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 2) }
language-name = English

## Moderators

block-menu = Block or unblock
block-done = 🚫 { $member } is blocked: I take nothing from them in this server. What they had waiting is cancelled, and cost nothing.
block-already = 🚫 { $member } is blocked in this server.
unblock-done = ✅ { $member } can ask me again in this server.
button-block = Block author
button-unblock = Unblock
form-block-title = Block this member
form-block-reason = Why? Only moderators read it
form-block-placeholder = They can ask me for nothing here, and what they have waiting is cancelled
report-menu = Report
report-done = 🚩 Thank you. The moderators of this server were told, and nobody else.
report-deleted = 🗑️ { $moderator } deleted it.
report-dismissed = ✔️ { $moderator } dismissed this.
button-report = Report
button-dismiss = Dismiss
form-report-title = Report this
form-report-reason = What is wrong with it?
form-report-placeholder = You can leave this empty. Only moderators read it
error-moderators = Only somebody who may manage the server, or put members in time-out, can do this.
error-block-self = That is you. Another moderator can do that.
error-block-manager = { $member } manages this server, and can't be blocked.
error-reports-off = This server takes no reports here. Tell one of its moderators instead.
error-reported = You have reported this already.
error-reports-too-many = You have reported { $limit } things within an hour. Wait a little, or tell a moderator.
error-report-own = That is yours. You can delete it.
error-nothing-to-report = I keep nothing of that message. What can be reported here are my pictures and answers.

## What moderators are told

log-setting = ⚙️ { $member } changed **{ $setting }**: { $before } → { $after }
log-blocked = 🚫 { $moderator } blocked { $member }.
log-blocked-why = 🚫 { $moderator } blocked { $member }: “{ $reason }”
log-unblocked = ✅ { $moderator } let { $member } in again.
log-own-relay = 🔌 { $member } entered this server's own picture service: **{ $host }**
log-own-relay-removed = 🔌 { $member } removed this server's own picture service.
log-granted-pictures = { $count ->
    [one] ➕ { $moderator } gave { $member } one more picture for today.
   *[other] ➕ { $moderator } gave { $member } { $count } more pictures for today.
}
log-granted-answers = { $count ->
    [one] ➕ { $moderator } gave { $member } one more answer for today.
   *[other] ➕ { $moderator } gave { $member } { $count } more answers for today.
}
log-budget-warning = ⚠️ This month's money is running out: { $spent } of { $budget } are spent.
log-budget-used-up = ⛔ This month's money, { $budget }, is no longer enough for all that is asked. There is more from { $resets }.
log-result = 📝 { $member }: “{ $prompt }” · { $link }
log-deleted = 🗑️ { $moderator } deleted something of { $member } in { $channel }.
log-reported = 🚩 { $member } reported { $link } of { $author }.
log-reported-why = 🚩 { $member } reported { $link } of { $author }: “{ $reason }”
log-more = { $count ->
    [one] … and one thing more.
   *[other] … and { $count } things more.
}
log-gone = The log channel is gone, or I can't see it. Choose another one.
log-needed = Choose a log channel: without one, nobody reads prompts and reports.
log-closed = I can't write into { $channel }. I lack: { $missing }.
log-open = Everybody can read { $channel }, and with it what I tell moderators there. Choose a channel that they alone can read.

## This side

error-permission = I lack a permission here: { $missing }. A moderator can give it to me.
error-forbidden = Discord does not let me do that here. A moderator can check what I may do in this channel.
list-mark = { ", " }
permission-view_channel = view channel
permission-send_messages = send messages
permission-send_messages_in_threads = send messages in threads
permission-create_public_threads = create public threads
permission-read_message_history = read the message history
permission-attach_files = attach files
error-no-thread = Discord did not open a thread here. Ask again in a thread that is there, or mention me here. It cost you nothing.
error-words-blocked = This server's AutoMod blocked the words, so I could not post this here. Say it differently.
error-discord = Discord broke down over this. It cost you nothing; try again in a moment.
error-discord-kept = Discord did not take the answer. What was made is kept; try again in a moment.
error-storage = The bot can't use its storage: the disk is full, or it can't be read or written. Whoever runs this bot has to look after it.
error-unexpected = Something broke on my side. Tell whoever runs this bot the reference { $reference }.
