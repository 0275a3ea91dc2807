## Commands

imagine-name = imaginar
imagine-description = Crie imagens a partir de palavras, ou de palavras e imagens
imagine-prompt = O que você quer ver
edit-name = editar
edit-description = Mude uma imagem: a que você anexar ou a mais recente daqui
edit-menu = Editar imagem
edit-prompt = O que deve mudar
edit-image = A imagem que você quer mudar
describe-name = descrever
describe-description = Descreva uma imagem em palavras e receba um prompt para criá-la de novo
describe-menu = Descrever imagem
describe-image = A imagem que devo descrever
describe-which = Essa mensagem tem { $count } imagens. Qual delas devo descrever?
chat-name = conversar
chat-description = Converse em um tópico que se lembra de tudo, até das imagens
chat-message = O que você quer dizer
chat-file = Uma imagem, PDF, texto, áudio ou vídeo curto para conversar
option-reference = Uma imagem de referência
option-aspect = Proporção, largura por altura
aspect-auto = conforme as imagens
option-size = Tamanho
option-model = Qual modelo usar
option-count = Quantas imagens
option-thinking = Quanto tempo o modelo pode pensar
option-search = Deixar o modelo pesquisar na web
option-thoughts = Mostrar o que o modelo pensou
option-improve = Antes, palavras melhores para escolher
option-private = Mostrar só para você
option-person = De quem é o avatar que vai junto, se deixar
thinking-low = curto
thinking-medium = médio
thinking-high = longo

# What Discord calls the options: lower case, without spaces, at most 32 characters.
named-prompt = prompt
named-image = imagem
named-image2 = imagem2
named-image3 = imagem3
named-image4 = imagem4
named-aspect = proporção
named-size = tamanho
named-model = modelo
named-count = quantidade
named-thinking = raciocínio
named-search = pesquisa
named-thoughts = pensamentos
named-improve = melhorar
named-private = privado
named-person = pessoa
named-message = mensagem
named-file = arquivo

## Answers

painting = { $count ->
    [1] 🎨 { $model } está criando · começou { $since }
   *[other] 🎨 { $model } está criando · { $done } de { $count } prontas · começou { $since }
}
writing = 💭 { $model } está trabalhando nisso · pedido { $since }
picture-wanted = { $model } quer criar esta imagem: “{ $prompt }”
words-broke-off = A resposta foi interrompida aqui.
waiting = ⏳ { $place }º lugar na fila · pedido { $since }
waiting-behind = ⏳ Esperando a resposta anterior terminar · pedido { $since }
waiting-relay = ⏳ O serviço de imagens está lotado · nova tentativa { $until } ({ $number } de { $most })
expected = leva cerca de { $seconds }{ "\u00A0" }s
expected-end = fica pronto { $end }, mais ou menos
expected-late = está demorando mais que o normal
seconds = { $seconds }{ "\u00A0" }s
post-origin = a partir desta imagem
post-style = estilo “{ $style }”
post-redone = 🔁 mais uma vez
alt-of = { $number } de { $count }: { $said }
alt-given = Uma imagem de { $member }
sources = 🌐 Fontes: { $links }
searches = 🌐 Pesquisado: { $links }
late-ready = { $member }, está pronto.
answered-directly = 📬 { $member }, o Discord não aceita uma resposta para você aqui. Ela vai por mensagem direta.
kept-for = 🗂️ { $member }, o Discord não aceita isto nem aqui nem nas suas mensagens diretas. Está guardado para você: peça para mostrar em um lugar onde o Discord aceite. Não custa nada a mais.
blocked-directly = 🛡️ { $member }, o AutoMod deste servidor bloqueou palavras disto. Vai direto para você.
blocked-kept = 🛡️ { $member }, o AutoMod deste servidor bloqueou palavras disto, e não consigo falar direto com você. Está guardado: peça para mostrar em outro lugar. Isso não custa mais nada.
answer-to = -# ↪ { $member }
chat-thread = Conversa
picture-thread = Imagem
thread-open = 🧵 O tópico está aberto: { $thread }
chat-asked = 💬 **{ $member }** pergunta:
chat-file-unseen = 📎 “{ $name }” foi junto, mas não dá para mostrar aqui.
button-cancel = Cancelar
button-stop = Parar
button-show = Mostrar
cancel-done = Cancelado.
stop-done = Parei. O que chegou até aqui fica.
cancel-too-late = A imagem já está sendo criada, então ela conta. O que sair fica guardado para você.
cancelled-kept = 🗂️ Cancelado, mas a imagem já estava sendo criada. Ela está guardada.
kept-offered = 🗂️ Não consegui mostrar uma coisa que você pediu antes. Ela está guardada para você.
called-off = Cancelado antes de qualquer envio. Não custou nada para você.
button-edit = Editar
button-redo = Refazer
button-retry = Tentar de novo
button-share = Compartilhar
button-thread = Abrir tópico
button-more = Mais
button-original = Baixar original
button-imagine = Imaginar
description-prompt = Prompt
button-regenerate = Nova resposta
button-spoiler-on = Ativar spoiler
button-spoiler-off = Tirar spoiler
spoiler-on = Agora está escondida até alguém querer ver.
spoiler-off = Agora todos aqui podem ver de novo.
button-here = Só aqui
button-paint = Criar
button-words = Editar palavras
button-mine = Usar as minhas
improving = 💭 { $model } está procurando palavras melhores · pedido { $since }
improved = ✨ **Novas palavras para a sua imagem**
button-see = Ver
button-clear = Limpar
button-delete = Excluir
delete-menu = Excluir
delete-ask = 🗑️ Excluir esta postagem e o que guardo dela? O que foi criado a partir dela fica. Não dá para desfazer.
delete-ask-private = 🗑️ Excluir o que guardo disto? O que foi criado a partir disto fica. Só você vê a mensagem, e só você pode ignorá-la. Não dá para desfazer.
delete-done = Excluído.
collect-menu = Usar como referência
collected-waiting = { $count ->
    [one] 📎 Uma imagem espera o seu próximo `/{ imagine-name }` ou `/{ edit-name }` e vai junto como referência. Ela espera por um dia.
   *[other] 📎 { $count } imagens esperam o seu próximo `/{ imagine-name }` ou `/{ edit-name }` e vão junto como referências. Elas esperam por um dia.
}
collected-full = { $count ->
    [one] Uma não coube: no máximo { $limit } podem esperar.
   *[other] { $count } não couberam: no máximo { $limit } podem esperar.
}
collected-none = Nenhuma imagem espera por você.
avatar-name = avatar
avatar-description = Decida se os membros deste servidor podem usar seu avatar em imagens
avatar-question = 👤 **{ $member }** gostaria de usar seu avatar em uma imagem, no servidor **{ $server }**. Pode? Vale para todos os membros desse servidor, até você retirar a permissão. Se você não quiser, ninguém de lá pode usar, e eu não pergunto de novo.
avatar-allowed = 👤 Os membros de **{ $server }** podem usar seu avatar em imagens, até você retirar a permissão. Dá para fazer isso aqui, ou com `/{ avatar-name }` nesse servidor.
avatar-refused = 👤 Em **{ $server }**, ninguém além de você pode usar seu avatar em imagens, e eu não vou perguntar. Dá para mudar isso aqui, ou com `/{ avatar-name }` nesse servidor.
avatar-undecided = 👤 Em **{ $server }**, ninguém além de você pode usar seu avatar em imagens. Se alguém quiser, eu pergunto antes. Você também pode decidir agora.
button-allow = Permitir
button-refuse = Não permitir
button-take-back = Retirar
button-vary = Variar
button-aspect = Proporção
button-upscale = Ampliar
repainted-vary = Variação de { $words }
repainted-aspect = Em { $ratio }: { $words }
repainted-upscale = Ampliada para { $size }: { $words }
details-facts = { $model } · { $size } · { $kind }, { $megabytes } MB · { $member }, { $made }
details-chosen = Escolhas: { $what }
details-thinking = tempo de raciocínio { $length }
details-search = pesquisa na web
details-count = { $count } de uma vez
details-took = levou { $seconds }{ "\u00A0" }s
details-person = avatar de { $member }
details-before = O que veio antes:
details-given = { $count ->
    [1] A imagem que você enviou junto:
   *[other] As imagens que você enviou junto:
}
details-drafts = { $count ->
    [1] O rascunho do modelo:
   *[other] { $count } rascunhos do modelo:
}
details-own = { $count ->
    [1] A imagem do próprio modelo, antes de o resto ser recolocado:
   *[other] As { $count } imagens do próprio modelo, antes de o resto ser recolocado:
}
details-credentials = { $count ->
    [one] O arquivo traz credenciais de conteúdo (C2PA), que dizem quem o fez e como. Não as verifiquei; **{ button-original }** as mantém.
   *[other] { $count } arquivos trazem credenciais de conteúdo (C2PA), que dizem quem os fez e como. Não as verifiquei; **{ button-original }** as mantém.
}
details-links = Os arquivos como vieram do modelo:
details-parts = O que é grande demais para o Discord aqui vem em partes numeradas. Abra a primeira com o 7-Zip, ou junte todas: `copy /b name.001+name.002 name` no Windows, `cat name.* > name` nos outros.
form-edit-title = Editar esta imagem
form-edit-prompt = O que deve mudar?
form-edit-placeholder = Deixe em preto e branco
form-edit-which = Qual imagem?
form-edit-picture = Imagem { $number }
form-edit-files = Mais imagens de referência
form-edit-as-before = Como está
form-imagine-title = Criar esta imagem
form-imagine-usual = Como sempre
form-style-title = Criar no estilo { $name }
here-title = 🎯 **Só aqui** · Escolha o que pode mudar. Todo o resto fica como está.
here-alt = A imagem com uma grade por cima: { $columns } colunas e { $rows } linhas, numeradas a partir do canto superior esquerdo
here-cells = Quais quadrados?
here-place = Linha { $row }, coluna { $column }
here-mask = Máscara
here-names = Por nome
here-things-title = 🎯 **Só aqui** · Escolha o que pode mudar. O resto fica como está.
here-things-alt = A imagem com quadros numerados em volta das coisas que estão no menu
here-which-thing = Quais delas?
here-no-things = 🎯 O modelo não achou nada aqui que pudesse apontar. Escolha quadrados da grade, ou envie uma máscara.
here-otherwise = Você também pode escolher quadrados da grade, ou enviar uma máscara.
here-mask-file = Sua máscara
here-mask-how = Branco ou pintado: pode mudar. Preto ou transparente: fica. No mesmo formato da imagem.
here-form = Mudar só esta parte
here-placeholder = Um chapéu de palha

## Versions

history-name = versões
history-description = Veja as versões desta conversa e continue de qualquer uma delas
undo-name = desfazer
undo-description = Volte uma versão
version-title = { $pages ->
    [1] **Versões** · { $count }
   *[other] **Versões** · { $count } · página { $page } de { $pages }
}
version-none = Ainda não há versões aqui. Crie uma imagem com `/{ imagine-name }`, ou responda a uma dizendo o que deve mudar.
version-anew = começa do zero
version-from = ↳ da { $version }
version-now = ◀ agora
version-undone = desfeita, mas guardada
version-wordless = (sem palavras)
version-jump = mostrar
version-private = só você vê
version-tree = As versões em árvore: { $links }
version-tree-root = a { $version } começa do zero
version-tree-link = { $version } da { $before }
version-tree-now = agora: { $version }
version-choose = Continuar de …
version-older = Mais antigas
version-newer = Mais novas
version-back = ↩️ { $member } voltou para a versão { $version }: { $prompt }
undo-kept = A versão { $version } não foi excluída: ela está em `/{ history-name }`, de onde você pode trazê-la de volta.
undo-first = Não há nada antes da versão { $version }: ela não continua nenhuma outra.

## Estilos

style-name = estilo
style-description = Guarde estilos com um nome e crie imagens com eles
style-save-name = salvar
style-save-description = Guarde palavras, imagens e mais com um nome
style-use-name = usar
style-use-description = Crie imagens em um estilo
style-list-name = lista
style-list-description = Veja os seus estilos e os deste servidor
style-delete-name = excluir
style-delete-description = Exclua um estilo
style-called = Como o estilo se chama
style-words = Palavras que acompanham cada prompt
style-image = Uma imagem que acompanha cada prompt
style-owner = Para quem: só você, ou todos neste servidor
style-which = Qual estilo
style-for-me = mim
style-for-server = servidor
named-name = nome
named-words = palavras
named-owner = para
style-own = só seu
style-of-server = deste servidor
style-pictures = { $count ->
    [one] uma imagem
   *[other] { $count } imagens
}
style-alt = A primeira imagem do estilo { $name }
style-saved = 🔖 Este estilo está guardado. `/{ style-name } { style-use-name }` cria imagens com ele.
style-replaced = 🔖 Este estilo está guardado, no lugar do que tinha o mesmo nome.
style-title = { $pages ->
    [1] **Estilos** · { $count }
   *[other] **Estilos** · { $count } · página { $page } de { $pages }
}
style-none = Ainda não há estilos aqui. `/{ style-name } { style-save-name }` guarda palavras, imagens e mais com um nome.
style-delete-ask = 🗑️ Excluir este estilo? As imagens criadas com ele ficam. Isso não pode ser desfeito.
style-deleted = O estilo “{ $name }” foi excluído.
button-use = Usar
button-previous = Anterior
button-next = Próxima

## O serviço de imagens próprio de um servidor

service-is = 🔌 Desde <t:{ NUMBER($at, useGrouping: 0) }:f>, tudo o que se pede aqui vai para o serviço de imagens deste servidor, **{ $host }**. Quem paga lá é o servidor.
service-is-none = 🔌 Este servidor não tem um serviço de imagens próprio: o que se pede aqui vai para o de quem administra este bot.
service-not-offered = 🔌 Aqui os servidores não podem ter um serviço de imagens próprio. Quem administra este bot pode ativar isso.
button-own-relay = Usar serviço próprio
button-own-relay-change = Informar de novo
button-own-relay-remove = Remover
form-own-relay = Serviço de imagens próprio
form-own-relay-address = Endereço
form-own-relay-address-placeholder = https://relay.example
form-own-relay-address-note = Começa com https:// e é aberto à internet. Sem /v1beta nem o que vem depois.
form-own-relay-key = Chave
form-own-relay-key-note = Fica guardada com criptografia e nunca é mostrada. É apagada se eu sair do servidor.
form-own-relay-auth = Como a chave é enviada
form-own-relay-bearer = Authorization: Bearer (quase todos)
form-own-relay-api-key = x-goog-api-key (o próprio Google)
service-address-refused = Não posso usar este endereço. Ele precisa começar com https://, ter um host e terminar antes de algo como /v1beta.
service-key-refused = O serviço neste endereço não aceita esta chave. Copie a chave de novo ou escolha a outra forma de enviá-la.
service-balance = O serviço aceita esta chave, mas o crédito acabou. Recarregue e informe a chave de novo.
service-unreachable = Nada responde neste endereço. Ele precisa ser um que todos na internet alcancem.
service-refused = O que está neste endereço não diz quais são seus modelos nem quanto um texto custaria. Confira o endereço com quem deu a chave a você.
error-own-relay-key = O serviço de imagens deste servidor não aceita a chave dele. Quem gerencia o servidor pode informá-la de novo.
error-own-relay-locked = A chave do serviço de imagens deste servidor não pode mais ser lida. Quem gerencia o servidor pode informá-la de novo.
error-own-relay-removed = O serviço de imagens deste servidor foi removido antes da sua vez. Peça de novo.
error-own-relay-balance = O crédito no serviço de imagens deste servidor acabou. Quem gerencia o servidor precisa cuidar disso.
error-own-relay-address = O serviço de imagens deste servidor não está no endereço dele. Quem gerencia o servidor pode informá-lo de novo.
error-own-relay-unreachable = Não consigo falar com o serviço de imagens deste servidor. Tente de novo em alguns minutos.

## Help

help-name = ajuda
help-description = Veja em uma tela o que eu sei fazer
help =
    ✨ **Imagens criadas e mudadas em conjunto**
    🎨 { $imagine } cria imagens a partir de palavras, ou de palavras e até quatro imagens.
    🖌️ **Responda a qualquer imagem** e diga o que deve mudar: é ela que muda. São várias? Comece com um número, como “2: deixe o céu vermelho”. { $edit } também serve.
    🎯 **{ button-here }**, embaixo de uma imagem, muda uma parte dela e deixa o resto como está.
    🔍 { $describe } descreve uma imagem em palavras e em um prompt para criá-la de novo.
    🔖 { $style } guarda um estilo com um nome, com palavras, imagens e mais, para você ou para o servidor.
    💬 { $chat } abre um tópico que se lembra de tudo, até das imagens. Ou me mencione em qualquer lugar.
    ↩️ { $history } lista todas as versões e continua de qualquer uma; { $undo } volta uma.
    📎 Toque e segure, ou clique com o botão direito, em uma mensagem com imagem: em **Apps** você pode editar, descrever ou guardar a imagem como referência para o próximo pedido.
    👤 **{ named-person }** em { $imagine } leva junto o avatar de alguém, se a pessoa deixar. Com { $avatar } você permite isso, ou retira a permissão.
    🤖 { $models } mostra o que cada modelo sabe fazer.

    👉 **Experimente**
    - Toque em um dos exemplos abaixo. Dá para mudar as palavras antes de criar a imagem.
    - Depois responda à imagem: *faça nevar*
    - { $chat } *O que o logo de um clube de leitura poderia mostrar?*

    -# O que você pede só conta na sua cota do dia se algo for criado. Enquanto espera, tudo pode ser cancelado.
help-guest =
    ✨ **Você me trouxe: isto funciona aqui**
    🎨 { $imagine } cria imagens a partir de palavras, ou de palavras e até quatro imagens.
    🖌️ { $edit } muda a imagem que você enviar; os botões embaixo de uma imagem minha mudam essa imagem.
    🔍 { $describe } descreve uma imagem em palavras e em um prompt para criá-la de novo.
    🔖 { $style } guarda um estilo com um nome, com palavras, imagens e mais, só para você.
    📎 Toque e segure, ou clique com o botão direito, em uma mensagem com imagem: em **Apps** você pode pedir que eu a descreva.
    🤖 { $models } mostra o que cada modelo sabe fazer.

    👉 **Experimente**: toque em um dos exemplos abaixo. Dá para mudar as palavras antes de criar a imagem.

    -# Não sou membro daqui, então não leio mensagens. Tópicos, versões e respostas funcionam onde eu sou membro.
example-boat = um barquinho de papel em uma poça, luz da manhã
example-fox = uma raposa lendo sob um poste de luz, em xilogravura
example-logo = um logo para um clube de leitura, em duas cores
models-name = modelos
models-description = Veja quais modelos existem e o que cada um sabe fazer
models-image = Para imagens
models-chat = Para palavras
models-usual = · padrão
models-sizes = tamanhos { $sizes }
models-aspects = proporções { $aspects }
models-references = { $count ->
    [one] uma imagem de referência
   *[other] até { $count } imagens de referência
}
models-takes = lê { $takes }
models-thinking = tempo de raciocínio { $levels }
models-search = pesquisa na web
models-thoughts = conta o que pensou
models-price = { $price } por imagem
models-price-range = { $least } a { $most }
models-price-answer = { $price } por resposta
models-price-tokens = { $input } e { $output } por milhão de tokens enviados e respondidos
welcome =
    👋 **Olá! Eu crio imagens e mudo elas junto com vocês.**
    🎨 Experimentem { $imagine } *um farol na tempestade*. Depois, **respondam à imagem** dizendo o que deve mudar.
    💬 { $chat } abre um tópico para conversas mais longas, e { $help } mostra o resto em uma tela.
welcome-lacks = ⚠️ Neste servidor me faltam permissões: { $missing }. Quem administra pode me dar, em Configurações do servidor ▸ Cargos.

## Settings of a server

settings-name = configurações
settings-description = Decida onde, para quem e quanto eu trabalho neste servidor
settings-panel-name = painel
settings-panel-description = Ver e mudar o que este servidor decidiu
settings-export-name = exportar
settings-export-description = Receber as configurações deste servidor em um arquivo
settings-import-name = importar
settings-import-description = Pegar configurações de um arquivo, depois de ver o que muda
settings-import-file = Um arquivo TOML, como o que a exportação faz
settings-exported = 📄 As configurações deste servidor. Mude o que quiser e entregue o arquivo a `/{ settings-name } { settings-import-name }`. Em outro servidor, deixe de fora canais e cargos.
settings-import-ask = 📥 Este arquivo muda:
settings-import-same = Nada muda: tudo o que está neste arquivo já vale.
settings-import-wrong = Nada foi mudado. Este arquivo tem erros:
button-settings-import = Mudar tudo isso
settings-title = Configurações deste servidor
settings-hint = O que este servidor decidiu está em **negrito**. Escolha abaixo o que mudar.
settings-choose = O que você quer ver?
topic-overview = Visão geral
topic-where = Onde
topic-who = Quem
topic-models = Modelos
topic-much = Quanto
topic-shown = Como aparece
topic-features = Recursos
topic-records = Registros
topic-service = Serviço de imagens próprio
topic-blocked = Membros bloqueados
settings-and-more = { $said } e mais { $count }
settings-changed = ✅ Mudou: { $settings }
settings-capped = Quem administra este bot não deixa ninguém aqui ter mais de { $pictures } imagens e { $answers } respostas por dia.
settings-blocked = { $count ->
    [0] Ninguém está bloqueado.
    [one] Um membro está bloqueado e não pode me usar aqui.
   *[other] { $count } membros estão bloqueados e não podem me usar aqui.
}
settings-block = Bloquear membros
settings-unblock = Liberar membros, pelos números deles
settings-blocked-now = 🚫 Bloqueado: { $members }
settings-unblocked = ✅ Liberado: { $members }
button-settings-change = Mudar
button-settings-more = Mais imagens para cargos
form-settings-on = O que os membros podem usar aqui
form-settings-count = Imagens por dia
form-settings-count-placeholder = Vazio: estes cargos não têm mais que os outros.
about-channels = Onde eu trabalho, com os tópicos de lá. Nenhum: em todo lugar onde posso escrever.
about-threads = Se uma imagem pedida num canal abre um tópico.
about-age_restricted_only = Eu só trabalho em canais com restrição de idade.
about-roles = Quem pode me usar. Nenhum: todos.
about-editors = Pelos botões dela, ou respondendo a ela.
about-models = O que os membros podem escolher. Nenhum: todos.
about-image_model = O que cria quando ninguém escolhe.
about-chat_model = O que responde quando ninguém escolhe.
about-aspect = Largura e altura, quando ninguém escolhe e o modelo aceita.
about-size = Quando ninguém escolhe e o modelo aceita.
about-safety = Com que rigor os modelos filtram o que criam.
about-off = O que os membros não podem usar aqui.
about-daily_pictures = Vazio: quantas permitir quem administra este bot.
about-daily_messages = Vazio: quantas permitir quem administra este bot.
about-more = Quantas imagens por dia os membros deles têm; eles também podem me usar.
about-cooldown = Em segundos. Vazio: nenhuma.
about-budget = Em dólares, como 25 ou 12,50. Vazio: sem limite.
about-dearer = Quando um modelo não está disponível, também um que custa mais.
about-time_zone = Quando começam os dias e meses, como America/Sao_Paulo.
about-spoilers = Cada imagem fica escondida até alguém clicar nela.
about-show_cost = Cada resposta diz quanto custou.
about-persona = O que os modelos devem ser quando conversam.
about-locale = Do que todos leem. Como sempre: o do servidor no Discord.
about-retention_days = Em dias. Vazio: como quer quem administra este bot.
about-log_channel = Onde a moderação lê o que eu anoto: mudanças, bloqueios, denúncias, dinheiro.
about-log_prompts = Também conta o que os membros pediram, onde todos veem o resultado.
about-reports = Os membros podem apontar à moderação o que não deve ficar.

## Privacidade

privacy-name = privacidade
privacy-description = Veja o que guardo sobre você, leve uma cópia ou peça para esquecer
privacy-show-name = ver
privacy-show-description = Veja o que guardo sobre você, por quanto tempo e quem vê
privacy-export-name = exportar
privacy-export-description = Receba em um arquivo tudo o que guardo sobre você
privacy-forget-name = esquecer
privacy-forget-description = Peça que eu esqueça tudo o que guardo sobre você
privacy-title = 🔒 **O que guardo sobre você**
privacy-asked = - O que você pediu: { $requests }, com { $answers } respostas
privacy-files = - Imagens e outros arquivos: { $count } ({ $megabytes } MB)
privacy-where = - Onde você pediu: { $places }
privacy-others = { $count ->
    [one] 1 outro servidor
   *[other] { $count } outros servidores
}
privacy-directly = mensagens diretas, ou como visita
privacy-waiting = - Feito e ainda não mostrado: { $count }
privacy-styles = - Estilos que você salvou: { $count }
privacy-references = - Imagens que você juntou: { $count }
privacy-decisions = - O que você decidiu sobre seu avatar: { $count }
privacy-changes = - Configurações de servidores que você mudou: { $count }
privacy-used = - Contado desde { $month }: { $pictures } imagens, { $answers } respostas
privacy-language = - O idioma do seu Discord: { $language }
privacy-blocked = - Servidores que bloqueiam você: { $count }
privacy-avatar = 👤 Membros de **{ $server }** podem usar seu avatar.
privacy-how-long = ⏳ **Por quanto tempo:** até você excluir a mensagem que mostra, o canal sumir ou você pedir para esquecer. As somas do uso ficam, sem seu nome. Um servidor pode definir menos.
privacy-how-long-days = { $count ->
    [one] ⏳ **Por quanto tempo:** 1 dia, ou até você excluir a mensagem que mostra, o canal sumir ou você pedir para esquecer. As somas do uso ficam, sem seu nome. Os estilos ficam até você excluir.
   *[other] ⏳ **Por quanto tempo:** { $count } dias, ou até você excluir a mensagem que mostra, o canal sumir ou você pedir para esquecer. As somas do uso ficam, sem seu nome. Os estilos ficam até você excluir.
}
privacy-who = 👀 **Quem vê:** quem pode ler o canal onde foi publicado; o que é privado, só você. Quem administra este bot poderia consultar. O serviço de imagens recebe o que você pede, com as imagens, e, onde várias pessoas conversam, também como você se chama ali.
button-export-mine = Exportar
button-forget = Esqueça-me
button-forget-confirm = Sim, esqueça-me
privacy-export = 📦 Isto é o que guardo sobre você: abra `about.json` e `requests-001.json` em um editor de texto; suas imagens estão em `files`. O que outras pessoas disseram ou fizeram não está aí. Se um arquivo não bastar, vêm mais.
privacy-part = 📦 Arquivo { $number }. O que termina em `.001`, `.002` é um arquivo em partes: junte nessa ordem.
privacy-all = { $count ->
    [one] 📦 Isso é tudo: 1 arquivo.
   *[other] 📦 Isso é tudo: { $count } arquivos.
}
privacy-cut = 📦 Foram { $count } arquivos, e há mais do que consigo enviar. Peça o resto a quem administra este bot.
privacy-ask =
    🗑️ **Devo esquecer você?** Não dá para desfazer.
    🧹 **Some de vez:** tudo o que você pediu e o que saiu disso, em todos os servidores e aqui, com as imagens; seus estilos, também os de um servidor; o que você juntou; o que decidiu sobre seu avatar; seu idioma; e seu nome nos registros.
    📌 **O que fica:** as mensagens no Discord. Exclua antes as que quiser, com **Apps ▸ { delete-menu }**: depois não sei mais de quem são. O que outros fizeram com suas imagens continua deles. O que você usou hoje conta até o dia acabar, e servidores que bloqueiam você continuam bloqueando.
privacy-forgotten = 🗑️ Esqueci você. Seus arquivos somem em cerca de duas horas, e o que você usou hoje, quando o dia acabar.
privacy-at-work = O que ainda está sendo feito será esquecido assim que ficar pronto.

## Quiet notes

note-more = { $count ->
    [1] … e mais uma coisa.
   *[other] … e mais { $count } coisas.
}
note-history-cut = As mensagens mais antigas não cabem mais; daqui em diante o modelo vê só as mais novas.
note-files-unread = { $model } não lê todos os arquivos desta conversa; ela continua sem eles.
note-signatures-rebuilt = O modelo não aceitou o próprio histórico, então trabalhou só com a imagem.
note-other-relay = Outro serviço assumiu: { $relay }.
note-other-model = { $asked } não estava disponível; { $model } assumiu.
note-model-not-here = Este servidor não usa { $asked }; { $model } ficou no lugar.
note-not-searched = Respondido sem pesquisar na web: { $model } não consegue fazer isso aqui.
note-thoughts = 💡 Pensou: { $thoughts }
note-shrunk = O modelo recebeu “{ $name }” com { $size } pixels, reduzida de { $given }: os detalhes pequenos se perderam. Para manter, corte em partes.
note-no-picture = Esta resposta veio sem imagem. Sua cota foi devolvida.
note-half = Só uma parte desta imagem chegou. Sua cota foi devolvida; com { button-redo } você pede de novo.
note-draft = O modelo não mandou a imagem final. Este é o último rascunho que ele fez no caminho.
note-result-barred = A imagem está em um link, e não posso buscar imagens lá. Quem administra este bot pode permitir.
note-cut = O modelo parou antes de terminar.
note-stopped = Parei aqui, como você pediu.
note-unreadable = Não foi possível ler uma parte desta resposta.
note-otherwise = O pedido era { $asked }; o modelo fez de outro jeito.
note-only-here = 🎯 Só mudou a parte que você escolheu. O resto está como era, pixel por pixel.
note-not-only-here = 🎯 O modelo não se limitou à parte que você escolheu: mexeu no resto, e não deu para colocar de volta.
note-fitted = Reduzida para caber no limite do Discord aqui; a original está guardada.
note-no-thread = Este servidor quer um tópico para cada imagem, mas eu não posso: { $missing }.
note-references = { $count ->
    [one] Uma das suas referências foi junto.
   *[other] { $count } das suas referências foram junto.
}
note-first-frame = Da animação, só o primeiro quadro foi usado.

## What the member can mend

error-empty-prompt = Me diga o que fazer: escreva o que você quer ver ou o que deve mudar.
error-prompt-too-long = Está longo demais: no máximo { $limit } caracteres.
error-nothing-to-edit = Não há imagem para mudar aqui. Anexe uma, ou responda a uma.
error-no-picture = Não há imagem nessa mensagem.
error-proposal-over = Esta proposta não vale mais: ela dura um dia. Peça de novo com `/{ imagine-name }`.
error-nothing-to-delete = Não guardo nada dessa mensagem. O que dá para excluir aqui são minhas imagens e respostas.
error-references-gone = { $count ->
    [one] Uma das suas referências não existe mais, ou você não a vê mais.
   *[other] { $count } das suas referências não existem mais, ou você não as vê mais.
}
error-references-hidden = { $count ->
    [one] Não consigo ver daqui uma das suas referências. Ela continua guardada.
   *[other] Não consigo ver daqui { $count } das suas referências. Elas continuam guardadas.
}
error-references-left = { $count ->
    [one] Uma das suas referências fica para a próxima vez: no máximo { $limit } imagens.
   *[other] { $count } das suas referências ficam para a próxima vez: no máximo { $limit } imagens.
}
error-which-picture = Essa mensagem tem { $count } imagens. De qual você está falando? Na próxima vez, comece com o número, por exemplo “2: deixe o céu vermelho”.
error-unknown-model = Não há um modelo chamado “{ $model }” aqui. Escolha um destes: { $known }.
error-unsupported-option = { $model } não aceita { $value }. Aceita: { $allowed }.
error-option-not-taken = { $model } não deixa escolher { $value }. Tire essa opção.
error-largest = { $model } não consegue criar esta imagem em tamanho maior.
error-thinking-not-taken = { $model } não consegue pensar por esse tempo. Escolha outro, ou tire essa opção.
error-search-not-taken = { $model } não consegue pesquisar na web aqui. Escolha outro modelo, ou tire essa opção.
error-unknown-style = Não há nenhum estilo chamado “{ $name }” aqui. `/{ style-name } { style-list-name }` mostra os que existem.
error-style-nameless = Um estilo precisa de um nome que dê para ver.
error-style-empty = Ainda não há nada para guardar: dê palavras, uma imagem ou alguma escolha.
error-style-gone = Esse estilo foi excluído.
error-style-elsewhere = Esse estilo é de outra pessoa ou de outro servidor.
error-usage-server = O que o servidor inteiro usou é visto por quem pode gerenciar o servidor.
error-grant-server = Mais é dado por quem pode gerenciar o servidor.
error-unknown-period = Não existe o mês { $period }. Escolha um da lista.
error-grant-too-large = Um membro pode receber por dia, no máximo, { NUMBER($pictures) } imagens e { NUMBER($answers) } respostas a mais, tudo somado.
error-style-server = Os estilos de um servidor são guardados e excluídos por quem pode gerenciar o servidor.
error-style-no-server = Aqui não há um servidor com estilos próprios. Guarde o estilo para você.
error-style-left = { $count ->
    [one] Uma imagem do estilo ficou de fora: no máximo { $limit } imagens.
   *[other] { $count } imagens do estilo ficaram de fora: no máximo { $limit } imagens.
}
error-styles-full = Você tem { $limit } estilos, o máximo possível. Exclua um, ou salve este com o nome dele.
error-styles-full-server = Este servidor tem { $limit } estilos, o máximo possível. Exclua um, ou salve este com o nome dele.
error-thoughts-not-told = { $model } não conta o que pensa. Escolha outro modelo, ou tire essa opção.
error-elsewhere = Isso é de outro canal e só pode ser usado lá.
error-private = Isso foi feito só para outra pessoa. Só ela pode usar.
error-person-asked = 👤 Perguntei a { $member }. Quando a permissão chegar, use o comando de novo. Não custou nada.
error-person-refused = O avatar de { $member } não pode ser usado aqui.
error-person-closed = { $member } não aceita mensagens diretas minhas, então não pude pedir o avatar. Dá para permitir com `/{ avatar-name }` neste servidor.
error-person-too-many = Você já pediu o avatar de { $limit } pessoas, e ninguém respondeu ainda. Espere por elas, ou peça de novo amanhã.
error-person-bot = { $member } é um bot e não pode permitir isso. Escolha uma pessoa.
error-person-elsewhere = Não posso perguntar a { $member } aqui: só a membros de um servidor em que eu também esteja. Seu próprio avatar você pode usar em qualquer lugar.
error-person-no-avatar = { $member } não tem um avatar próprio.
error-person-taken-back = Isso foi feito com o avatar de alguém que não permite isso aqui.
error-server-gone = Não estou mais nesse servidor, então não há mais nada a decidir.
error-not-yours = Isso é de { $member }. Só essa pessoa pode fazer isso, ou alguém que possa gerenciar mensagens aqui.
error-asked-another = Esta pergunta é para { $member }, e só essa pessoa pode escolher. Para mudar uma imagem, responda a ela.
error-version-unseen = Nem todos aqui podem ver essa versão, então não dá para continuar dela neste canal.
error-gone = Essa imagem ou mensagem não está mais guardada aqui.
error-unknown-control = Esse botão ou formulário é de outra versão minha, e não sei o que ele faz. Nada foi feito. `/{ help-name }` mostra o que sei fazer agora.
error-already-shown = Isso já foi feito; procure neste canal.
error-setting-invalid = { $setting } não pode ser isso. Nada foi alterado.
error-setting-changed = Outra pessoa acabou de alterar { $setting }. Nada do que você enviou foi guardado: veja de novo e depois altere.
error-settings-server = As configurações são de um servidor do qual eu faço parte. Use isto lá.
error-settings-manager = Só quem pode gerenciar o servidor vê e muda as configurações dele.
error-setting-switch = “{ $setting }” aceita true ou false.
error-setting-number = “{ $setting }” aceita um número inteiro de { $least } a { $most }.
error-setting-money = “{ $setting }” aceita dólares com no máximo duas casas, como 25 ou 12,50, até { $most }.
error-setting-words = “{ $setting }” aceita palavras, no máximo { $most } caracteres.
error-setting-choice = “{ $setting }” não pode ser “{ $value }”. Aceita: { $allowed }.
error-setting-channels = “{ $setting }” aceita canais deste servidor, pelos IDs; “{ $value }” não é um deles.
error-setting-roles = “{ $setting }” aceita cargos deste servidor, pelos IDs; “{ $value }” não é um que se dá a membros.
error-setting-closed = “{ $setting }”: não posso escrever em { $channels }. Deixe-me ver o canal e enviar mensagens lá, ou escolha outro.
error-setting-time-zone = “{ $setting }”: não existe o fuso “{ $value }”. Escreva um da lista da IANA, como America/Sao_Paulo.
error-setting-list = “{ $setting }” aceita várias coisas: uma lista, ou uma tabela para cargos com mais imagens.
error-setting-many = “{ $setting }” aceita no máximo { $most }.
error-setting-unknown = “{ $value }” não é uma configuração que eu conheça.
error-settings-file = Não consigo ler este arquivo como TOML. Use um da exportação e mude só o que vem depois do “=”.
error-still-at-work = Isso ainda está em andamento; a resposta chega onde foi pedida.
error-over = Isso já terminou; não há mais o que parar.
error-guest-picture = Não sou membro daqui, então não consigo ver essa imagem de novo. Salve e envie para `/{ edit-name }`.
error-guest-first = Essa mensagem tem { $count } imagens, e não sou membro daqui, então descrevi a primeira. Salve outra e envie para `/{ describe-name }`.
error-no-threads-here = Não dá para abrir tópicos aqui. Tente em um canal de texto.
error-attachment-unreachable = Não consegui buscar “{ $name }” no Discord. Anexe de novo.
error-attachment-host = “{ $name }” não está no Discord, então não foi buscado. Anexe como arquivo.
error-picture-one-too-many = “{ $name }” ficou de fora: no máximo { $limit } imagens.
error-picture-empty = “{ $name }” está vazio.
error-picture-type = “{ $name }” não é uma imagem que eu possa usar. Anexe como arquivo: PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP ou TIFF.
error-picture-drawn = “{ $name }” é uma figurinha que o Discord desenha enquanto ela se move: não existe uma imagem dela para usar.
error-text-one-too-many = “{ $name }” ficou de fora: no máximo { $limit } arquivos de texto.
error-text-too-long = “{ $name }” ficou de fora: um arquivo de texto pode ter no máximo { $limit } KB.
error-text-unreadable = Não consegui ler “{ $name }” como texto. Salve em UTF-8, ou cole o texto.
error-file-not-taken = Não dá para usar “{ $name }”: { $model } lê { $takes }.
error-file-one-too-many = “{ $name }” ficou de fora: além de imagens e texto, no máximo { $limit } arquivos.
error-files-too-large = “{ $name }” não cabe: os arquivos de uma mensagem podem ter { $limit } MB juntos, fora imagens e texto.
error-file-too-long = “{ $name }” é longo demais: no máximo { $limit } minutos. Recorte a parte que interessa.
error-file-broken = “{ $name }” está danificado ou incompleto.
error-file-locked = “{ $name }” está protegido por senha ou contra cópia. Salve sem a proteção e anexe de novo.
takes-pictures = imagens
takes-text = texto e código
takes-pdf = PDF
takes-audio = áudio
takes-video = vídeos curtos
error-picture-unreadable = Não consegui ler “{ $name }” como imagem.
error-picture-broken = “{ $name }” está danificado ou incompleto.
error-picture-too-large = “{ $name }” é grande demais: no máximo { $limit } MB.
error-picture-too-many-pixels = “{ $name }” tem { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels, ou seja, { $megapixels } megapixels: o máximo é { $limit }. Reduza e anexe de novo.
error-picture-too-many-pixels-held = “{ $name }” tem { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels, ou seja, { $megapixels } megapixels: salvo assim, dá para ler no máximo { $limit }. Salve como JPEG comum, ou reduza.
error-picture-too-long = “{ $name }” tem { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels: cada lado pode ter no máximo { NUMBER($limit, useGrouping: 0) }. Corte em partes e anexe.
error-mask-shape = “{ $name }” tem outro formato que o da imagem, que tem { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } pixels. Desenhe a máscara em uma cópia da imagem.
error-mask-none = “{ $name }” não é uma máscara: pinte de branco o que deve mudar e de preto todo o resto, sem tons de cinza.
error-mask-empty = Nada em “{ $name }” está branco ou pintado, então nada mudaria. Pinte de branco o que deve mudar.
error-mask-all = “{ $name }” está todo branco ou pintado. Deixe preto ou transparente o que deve ficar, ou use **{ button-edit }**.
error-picture-raw = “{ $name }” é um arquivo RAW de câmera. Exporte como JPEG e anexe.
error-picture-codec = “{ $name }” está salvo de um jeito que não dá para ler aqui ({ $codec }). Salve como JPEG ou PNG e anexe.
error-picture-too-many-parts = “{ $name }” tem quadros ou partes demais.

## Limits

error-blocked = A moderação deste servidor não deixa você me usar aqui. Fale com alguém dela se achar que é engano. Nada foi enviado e não custou nada.
error-not-in-this-channel = Neste servidor eu só funciono em { $channels }. Peça lá. Não custou nada.
error-not-age-restricted = Neste servidor eu só funciono em canais com restrição de idade. Peça em um deles. Não custou nada.
error-role-needed = Neste servidor você precisa de um destes cargos para me usar: { $roles }. A moderação pode dar um a você. Não custou nada.
error-feature-off-chat = Este servidor desligou a conversa. As imagens continuam funcionando. Quem gerencia o servidor pode ligá-la com `/{ settings-name } { settings-panel-name }`.
error-feature-off-search = Este servidor desligou a busca na web. Peça de novo sem ela. Quem gerencia o servidor pode ligá-la com `/{ settings-name } { settings-panel-name }`.
error-feature-off-person = Este servidor desligou os avatares nas imagens. Peça de novo sem uma pessoa. Quem gerencia o servidor pode ligá-los com `/{ settings-name } { settings-panel-name }`.
error-feature-off-files = Este servidor desligou os arquivos que não são imagens. Peça de novo sem o arquivo. Quem gerencia o servidor pode ligá-los com `/{ settings-name } { settings-panel-name }`.
error-price-unknown = Este servidor tem um orçamento, e ninguém sabe quanto { $model } custa. Escolha outro modelo. Não custou nada.
error-cooling-down = Você acabou de pedir, e este servidor quer um pouco de tempo entre os pedidos. Peça de novo <t:{ NUMBER($until, useGrouping: 0) }:R>. Não custou nada.
error-budget-used-up = O que resta do dinheiro deste servidor para este mês não basta para isto. Há mais a partir de <t:{ NUMBER($resets, useGrouping: 0) }:f>, ou assim que quem gerencia o servidor aumentar o orçamento com `/{ settings-name } { settings-panel-name }`. Não custou nada.
error-budget-too-small = O dinheiro deste servidor para um mês é pouco para isso. Quem gerencia o servidor pode aumentar o orçamento com `/{ settings-name } { settings-panel-name }`. Não custou nada.
error-money-used-up = O que resta do dinheiro deste servidor para este mês não basta para isto. Há mais a partir de <t:{ NUMBER($resets, useGrouping: 0) }:f>, ou assim que quem administra este bot der mais ao servidor. Não custou nada.
error-money-too-small = O que este servidor pode gastar em um mês é pouco para isso. Quem administra este bot pode dar mais. Não custou nada.
error-quota-none = Você não tem imagens por dia aqui. Quem gerencia o servidor, ou administra este bot, pode dar algumas. Não custou nada.
error-messages-none = Você não tem respostas por dia aqui. Quem gerencia o servidor, ou administra este bot, pode dar algumas. Não custou nada.
error-quota-used-up = { $limit ->
    [one] Sua imagem de hoje já foi usada.
   *[other] Suas { $limit } imagens de hoje já foram usadas.
} Sua cota se renova <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-quota-left = { $left ->
    [one] Só resta uma imagem hoje, e isto faria { $count }.
   *[other] Só restam { $left } imagens hoje, e isto faria { $count }.
} Sua cota se renova <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-messages-used-up = { $limit ->
    [one] Sua resposta de hoje já foi usada.
   *[other] Suas { $limit } respostas de hoje já foram usadas.
} Sua cota se renova <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-too-many-at-once = { $limit ->
    [one] Você já tem um pedido em andamento. Espere ele terminar.
   *[other] Você já tem { $limit } pedidos em andamento. Espere um deles terminar.
}
error-queue-full = Tem gente demais esperando agora. Tente de novo em um minuto.
error-restarting = Estou reiniciando. Tente de novo em um minuto.

## The relay

error-relay-unreachable = Não consigo falar com o serviço de imagens. Tente de novo em alguns minutos.
error-all-down = Nada está respondendo no momento. Vale tentar de novo <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-busy = O serviço de imagens está ocupado. Tente de novo em um minuto.
error-relay-busy-until = O serviço de imagens está ocupado. Vale tentar de novo <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-balance = O crédito no serviço de imagens acabou. Quem administra este bot precisa cuidar disso.
error-key-rejected = O serviço de imagens não aceita a chave deste bot. Quem administra este bot precisa cuidar disso.
error-wrong-address = O serviço de imagens não está onde este bot o procura. Quem administra este bot precisa cuidar disso.
error-model-unavailable = Este modelo não está disponível no momento. Escolha outro, ou tente mais tarde.
error-request-rejected = O serviço de imagens não aceitou este pedido. Diga de outro jeito, ou use outra imagem.
error-signature-rejected = O modelo não consegue continuar das imagens anteriores desta conversa. Comece de novo e anexe a imagem que você quer mudar.
error-request-too-large = É coisa demais para o modelo de uma vez. Use menos imagens, ou menores, ou um texto mais curto.
error-relay-fault = O serviço de imagens falhou neste pedido. Tente de novo em alguns minutos.
error-relay-timeout = O serviço de imagens não respondeu a tempo.
error-connection-broke = A conexão com o serviço de imagens caiu antes de a resposta chegar.
answer-broke-off = A resposta foi interrompida aqui. O que chegou fica.
answer-in-file = Este é o começo: o texto inteiro está no arquivo.
error-stopped = Parei antes de chegar qualquer coisa.
error-interrupted = Fui reiniciado enquanto o serviço de imagens trabalhava nisto.
error-reply-unreadable = O serviço de imagens mandou algo que não dá para ler.
error-reply-packed = O serviço de imagens compactou a resposta de um jeito que não dá para abrir aqui ({ $packing }). Quem administra este bot precisa cuidar disso.
error-result-barred = O serviço de imagens respondeu com um link, e não posso buscar imagens lá. Quem administra este bot pode permitir.
error-reply-empty = O serviço de imagens mandou uma resposta vazia.
error-reply-too-long = O modelo ficou sem espaço antes de ter algo para mostrar. Peça menos de uma vez.
error-reply-unfinished = O modelo parou no meio, ainda sem nada para mostrar. Tente de novo, ou peça menos de uma vez.
failed-share = { $number } de { $count }: { $said }
cost-none = Não custou nada para você.
cost-possible = Não se sabe se foi cobrado; sua cota foi devolvida.
cost-spent = US$ { NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 4) }

## Refusals

error-refused = O modelo recusou por um motivo que ainda não conheço. Diga de outro jeito, ou tente de novo.

# What was asked

refused-prompt-safety = As regras de segurança do modelo recusam o que você pediu. Mude as palavras ou as imagens.
refused-prompt-image-safety = As regras de segurança do modelo não permitem uma imagem disso. Peça uma cena mais leve, ou use outras imagens.
refused-prompt-prohibited = As regras do modelo não permitem isso. Peça outra coisa.
refused-prompt-blocklist = Você usou uma palavra que o modelo não aceita. Use outra.
refused-prompt-armor = A proteção do provedor barrou o pedido antes de o modelo ler. Diga de forma mais simples, sem textos colados nem links.
refused-prompt-jailbreak = O modelo entendeu isso como uma tentativa de driblar as regras dele. Peça diretamente o que você quer.
refused-prompt-other = O modelo não aceitou o pedido e não disse por quê. Diga de outro jeito, em outro idioma ou com outras imagens.

# What was made

refused-safety = As regras de segurança do modelo barraram a resposta. Diga de outro jeito.
refused-image-safety = As regras de segurança do modelo retiveram a imagem. Diga de outro jeito, ou peça uma cena mais leve.
refused-prohibited = A resposta teria algo que as regras do modelo não permitem. Peça outra coisa.
refused-image-prohibited = A imagem mostraria algo que as regras do modelo não permitem. Deixe de fora pessoas, personagens e marcas conhecidas, ou peça outra coisa.
refused-recitation = A resposta ficou parecida demais com o texto de alguém. Peça com outras palavras.
refused-image-recitation = A imagem ficou parecida demais com a obra de alguém. Descreva com suas palavras o que você quer ver.
refused-blocklist = Apareceu na resposta uma palavra que o modelo não pode usar. Diga de outro jeito.
refused-personal = A resposta revelaria dados pessoais. Deixe de fora nomes, endereços e números.
refused-armor = A proteção do provedor barrou a resposta do modelo. Diga de outro jeito.
refused-escalation = O provedor do modelo reteve esta resposta para analisar. Peça outra coisa.
refused-account = O provedor do modelo limitou esta conta. Quem administra este bot precisa cuidar disso.
refused-no-image = O modelo não criou uma imagem disso. Diga o que a imagem deve mostrar, ou tente de novo.
refused-image-other = O modelo não pode mostrar a imagem e não disse por quê. Diga de outro jeito, ou tente de novo.
refused-language = O modelo não entende este idioma. Tente outro.
refused-malformed-call = O modelo se atrapalhou com uma das ferramentas dele. Tente de novo.
refused-unexpected-call = O modelo quis usar uma ferramenta que não tem aqui. Tente de novo, ou peça algo que não precise dela.
refused-too-many-calls = O modelo usou as ferramentas várias vezes e não chegou a lugar nenhum. Peça menos de uma vez.
refused-malformed-response = A resposta do modelo veio embaralhada. Tente de novo.
refused-other = O modelo não terminou e não disse por quê. Diga de outro jeito, ou tente de novo.

# What the relay itself does not pass on

refused-by-relay-blocked = O serviço de imagens diz que o modelo bloqueou isto. Diga de outro jeito, ou use outras imagens.
refused-by-relay-words = O serviço de imagens encontrou uma palavra que ele não repassa. Use outra.
refused-by-relay-policy = As regras do próprio serviço de imagens recusam isto. Peça outra coisa.
refused-by-relay-filter = O filtro de conteúdo do serviço de imagens barrou isto. Diga de outro jeito.

## Usage

named-period = período
named-member = membro
named-pictures = imagens
named-answers = respostas
usage-name = uso
usage-description = Veja o que você usou e o que resta; quem gerencia o servidor vê tudo
usage-period = Um mês, ou hoje; sem nada, este mês
period-today = Hoje
period-this-month = Este mês
period-last-month = Mês passado
usage-title = ## 📊 Uso · { $period }
usage-you = **Você**
usage-server = **Este servidor**
usage-today = Hoje: { $used }
usage-in = { $period }: { $used }
usage-left = Restam hoje: { $pictures }, { $answers }. O próximo dia começa <t:{ NUMBER($resets, useGrouping: 0) }:R>.
usage-pictures = { $count ->
    [one] { $count } imagem
   *[other] { $count } imagens
}
usage-answers = { $count ->
    [one] { $count } resposta
   *[other] { $count } respostas
}
usage-refused = { $count ->
    [one] { $count } recusada
   *[other] { $count } recusadas
}
usage-nothing = nada
usage-nothing-more = Nada foi usado.
usage-budget = { $bar } { $percent } % de { $budget } · dinheiro novo <t:{ NUMBER($resets, useGrouping: 0) }:R>
usages-days = Por dia
usages-cost = Custo por dia
usages-members = Por membro
usages-channels = Por canal
usages-models = Por modelo
usage-kind-pictures = Imagens
usage-kind-answers = Respostas
usage-alt-days = Barras dos dias de { $period }: { $said }
usage-alt-most = Barras de { $period }: { $said }
button-usage-table = Tabela (CSV)
usage-table = 📄 Tudo de { $period }, para uma planilha.
usage-table-cut = 📄 { $period }, para uma planilha: de cada tipo, os { $most } que mais usaram.
grant-name = conceder
grant-description = Dê mais a um membro por hoje
grant-member = Quem recebe mais
grant-pictures = Quantas imagens a mais
grant-answers = Quantas respostas a mais
grant-nothing = Diga quantas imagens ou respostas a mais devem ser.
grant-done = ➕ { $member } tem mais por hoje, no total: { $total }. O próximo dia começa <t:{ NUMBER($resets, useGrouping: 0) }:R>.

## Settings in words

setting-channels = Canais
setting-threads = Tópicos
setting-age_restricted_only = Só em canais com restrição de idade
setting-roles = Cargos
setting-editors = Quem pode mudar uma imagem
setting-models = Modelos
setting-image_model = Modelo para imagens
setting-chat_model = Modelo para palavras
setting-aspect = Proporção
setting-size = Tamanho
setting-safety = Segurança
setting-off = Desligado
setting-daily_pictures = Imagens por dia
setting-daily_messages = Respostas por dia
setting-more = Cargos com mais imagens por dia
setting-cooldown = Pausa entre pedidos
setting-budget = Dinheiro por mês
setting-dearer = Modelos mais caros podem substituir
setting-time_zone = Fuso horário
setting-spoilers = Imagens como spoiler
setting-show_cost = Custo à vista
setting-persona = Persona
setting-locale = Idioma
setting-retention_days = Guardado por
setting-log_channel = Canal de registro
setting-log_prompts = Prompts no canal de registro
setting-reports = Membros podem denunciar
value-on = ligado
value-off = desligado
value-everywhere = em todo lugar
value-everyone = todo mundo
value-all = todos
value-nothing = nenhum
value-unlimited = sem limite
value-usual = como de costume
value-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
value-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
threads-never = nunca
threads-always = sempre
threads-ask = quando pedido
editors-everyone = todo mundo
editors-author = só quem a pediu
safety-default = como o modelo faz
safety-medium = média
safety-strict = rígida
feature-chat = conversas
feature-search = pesquisa na web
feature-person = avatares
feature-files = arquivos em conversas
money = US$ { NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 2) }
language-name = Português (Brasil)

## Moderators

block-menu = Bloquear ou desbloquear
block-done = 🚫 { $member } está com bloqueio: não aceito mais nada dessa pessoa neste servidor. O que ela tinha esperando foi cancelado e não custou nada.
block-already = 🚫 { $member } está com bloqueio neste servidor.
unblock-done = ✅ { $member } pode me pedir de novo neste servidor.
button-block = Bloquear quem fez
button-unblock = Desbloquear
form-block-title = Bloquear este membro
form-block-reason = Por quê? Só quem modera lê
form-block-placeholder = Não aceito mais nada dessa pessoa aqui, e o que ela tem esperando é cancelado
report-menu = Denunciar
report-done = 🚩 Obrigado. Quem modera este servidor já sabe, e mais ninguém.
report-deleted = 🗑️ { $moderator } excluiu.
report-dismissed = ✔️ { $moderator } descartou isto.
button-report = Denunciar
button-dismiss = Descartar
form-report-title = Denunciar isto
form-report-reason = O que há de errado?
form-report-placeholder = Pode ficar vazio. Só quem modera lê
error-moderators = Só quem pode gerenciar o servidor, ou colocar membros de castigo, pode fazer isso.
error-block-self = É você. Outra pessoa que modera pode fazer isso.
error-block-manager = { $member } gerencia este servidor e não pode ser bloqueado.
error-reports-off = Este servidor não aceita denúncias aqui. Fale com alguém que modera.
error-reported = Você já denunciou isso.
error-reports-too-many = Você denunciou { $limit } coisas em uma hora. Espere um pouco, ou fale com alguém que modera.
error-report-own = Isso é seu. Você pode excluir.
error-nothing-to-report = Não guardo nada dessa mensagem. O que dá para denunciar aqui são minhas imagens e respostas.

## What moderators are told

log-setting = ⚙️ { $member } mudou **{ $setting }**: { $before } → { $after }
log-blocked = 🚫 { $moderator } bloqueou { $member }.
log-blocked-why = 🚫 { $moderator } bloqueou { $member }: “{ $reason }”
log-unblocked = ✅ { $moderator } desbloqueou { $member }.
log-own-relay = 🔌 { $member } informou o serviço de imagens deste servidor: **{ $host }**
log-own-relay-removed = 🔌 { $member } removeu o serviço de imagens deste servidor.
log-granted-pictures = { $count ->
    [one] ➕ { $moderator } deu a { $member } mais { $count } imagem para hoje.
   *[other] ➕ { $moderator } deu a { $member } mais { $count } imagens para hoje.
}
log-granted-answers = { $count ->
    [one] ➕ { $moderator } deu a { $member } mais { $count } resposta para hoje.
   *[other] ➕ { $moderator } deu a { $member } mais { $count } respostas para hoje.
}
log-budget-warning = ⚠️ O dinheiro deste mês está acabando: { $spent } de { $budget } já foram gastos.
log-budget-used-up = ⛔ O dinheiro deste mês, { $budget }, já não basta para tudo o que é pedido. Há mais a partir de { $resets }.
log-result = 📝 { $member }: “{ $prompt }” · { $link }
log-deleted = 🗑️ { $moderator } excluiu algo de { $member } em { $channel }.
log-reported = 🚩 { $member } denunciou { $link } de { $author }.
log-reported-why = 🚩 { $member } denunciou { $link } de { $author }: “{ $reason }”
log-more = { $count ->
    [one] … e mais { $count } coisa.
   *[other] … e mais { $count } coisas.
}
log-gone = O canal de registro não existe mais, ou eu não o vejo. Escolha outro.
log-needed = Escolha um canal de registro: sem ele, ninguém lê prompts e denúncias.
log-closed = Não consigo escrever em { $channel }. Me falta: { $missing }.
log-open = Todos podem ler { $channel } e, com ele, o que conto ali à moderação. Escolha um canal que só ela possa ler.

## This side

error-permission = Me falta uma permissão aqui: { $missing }. Quem modera pode me dar.
error-forbidden = O Discord não me deixa fazer isso aqui. Quem modera pode verificar o que posso fazer neste canal.
list-mark = { ", " }
permission-view_channel = Ver canal
permission-send_messages = Enviar mensagens
permission-send_messages_in_threads = Enviar mensagens em tópicos
permission-create_public_threads = Criar tópicos públicos
permission-read_message_history = Ver histórico de mensagens
permission-attach_files = Anexar arquivos
error-no-thread = O Discord não abriu um tópico aqui. Peça de novo em um tópico que já existe, ou me mencione aqui. Não custou nada para você.
error-words-blocked = O AutoMod deste servidor bloqueou as palavras, então não pude postar isto aqui. Diga de outro jeito.
error-discord = O Discord falhou nisto. Não custou nada para você; tente de novo daqui a pouco.
error-discord-kept = O Discord não aceitou a resposta. O que foi criado está guardado; tente de novo daqui a pouco.
error-storage = O bot não consegue usar o armazenamento: o disco está cheio, ou não dá para ler ou gravar nele. Quem administra este bot precisa cuidar disso.
error-unexpected = Algo quebrou do meu lado. Passe a referência { $reference } para quem administra este bot.
