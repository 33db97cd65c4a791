import type { LanguagePack } from './pack.ts';

// One group of phrases fills its lines: a phrase a line would run to hundreds of lines.
// prettier-ignore
export const portuguese: LanguagePack = {
  code: 'pt',
  name: 'Portuguese',
  scripts: ['Latn'],
  markers: [
    { means: 'related', where: 'line', seenIn: 'news sites, WordPress', texts: [
      'Artigos relacionados', 'Artigos semelhantes', 'Artigos recentes', 'Artigos populares',
      'Notícias relacionadas', 'Notícias recentes', 'Matérias relacionadas', 'Posts relacionados',
      'Posts recentes', 'Postagens relacionadas', 'Postagens recentes', 'Postagens populares',
      'Conteúdo relacionado', 'Conteúdos relacionados', 'Relacionado', 'Relacionadas',
      'Mais notícias', 'Mais artigos', 'Mais recentes', 'Mais lidas', 'Mais lidos', 'Mais vistas',
      'Mais vistos', 'Mais populares', 'Mais comentadas', 'As mais lidas', 'As mais vistas',
      'Últimas notícias', 'Últimas', 'Últimos artigos', 'Últimas postagens', 'Outras notícias',
      'Outros artigos', 'Principais notícias', 'Principais manchetes', 'Manchetes', 'Destaques',
      'Em destaque', 'Em alta', 'Tendências', 'Populares', 'Recomendados', 'Recomendado',
      'Recomendadas', 'Recomendado para você', 'Recomendações', 'Recomendamos',
      'Você também pode gostar', 'Você pode gostar', 'Você pode gostar também',
      'Talvez você goste', 'Pode interessar', 'Também pode interessar', 'Pode também gostar',
      'Não perca', 'A não perder', 'Do mesmo autor', 'Mais do autor', 'Continue lendo também',
      'Agora no site', 'Escolhas do editor', 'Veja mais notícias', 'Última hora',
      'Notícias do dia', 'Na web',
    ] },
    { means: 'read-also', where: 'label', seenIn: 'news sites', texts: [
      'Leia também', 'Leia mais', 'Leia ainda', 'Veja também', 'Veja mais', 'Saiba mais',
      'Ler também', 'Ver também', 'Ouça também', 'Assista também', 'Confira também', 'Confira',
      'Leia', 'Leia mais sobre', 'Relacionado', 'Mais', 'Entenda', 'LEIA AINDA AQUI',
      'Para saber mais',
    ] },
    { means: 'read-also', where: 'start', seenIn: 'news sites', texts: [
      'Leia também', 'Veja também', 'Saiba mais', 'Leia mais sobre', 'Confira também',
    ] },
    { means: 'related-or-tags', where: 'line', seenIn: 'news sites', texts: [
      'Mais sobre', 'Relacionados', 'Leia mais sobre', 'Tudo sobre', 'Sobre este tema',
    ] },
    { means: 'tags', where: 'label', seenIn: 'WordPress, news sites', texts: [
      'Tags', 'Tag', 'Etiquetas', 'Etiqueta', 'Marcadores', 'Marcador', 'Marcado', 'Marcado com',
      'Palavras-chave', 'Palavra-chave', 'Assuntos', 'Assunto', 'Tópicos', 'Tópico',
      'Tópicos relacionados', 'Temas', 'Tema', 'Temas relacionados', 'Categorias', 'Categoria',
      'Arquivado em', 'Publicado em', 'Postado em', 'Tudo sobre', 'Assuntos relacionados',
      'Tags relacionadas', 'Assuntos desta notícia', 'Tópicos desta notícia', 'Editoria',
    ] },
    { means: 'more', where: 'line', seenIn: 'news sites', texts: [
      'Leia mais', 'Ler mais', 'Continue lendo', 'Continuar lendo', 'Continuar a ler', 'Ver mais',
      'Veja mais', 'Ver tudo', 'Ver todas', 'Ver todos', 'Mostrar mais', 'Carregar mais',
      'Saiba mais', 'Mais', 'Leia a matéria completa', 'Ler artigo', 'Ler notícia',
      'Mais informações', 'Todas as notícias',
    ] },
    { means: 'attribution', where: 'label', seenIn: 'news sites', texts: [
      'Fonte', 'Fontes', 'Com informações de', 'Via',
    ] },
    { means: 'attribution', where: 'start', seenIn: 'news sites', texts: [
      'Fonte', 'Fontes', 'Com informações', 'Publicado originalmente', 'O post',
      'Este texto foi publicado', 'Com agências',
    ] },
    { means: 'byline', where: 'start', seenIn: 'news sites', texts: [
      'Por', 'Autor', 'Autora', 'Escrito por', 'Publicado por', 'Postado por', 'Redação',
      'Da redação', 'Texto', 'Reportagem', 'Repórter', 'Edição', 'Jornalista', 'Tradução',
      'Sobre o autor', 'Correspondente', 'Colaboração',
    ] },
    { means: 'date', where: 'start', seenIn: 'news sites', texts: [
      'Publicado', 'Publicado em', 'Publicada em', 'Publicação', 'Atualizado', 'Atualizado em',
      'Atualizada em', 'Última atualização', 'Data', 'Postado em', 'Criado em', 'Modificado em',
      'Tempo de leitura',
    ] },
    { means: 'date', where: 'anywhere', seenIn: 'news sites', texts: [
      'min de leitura', 'minutos de leitura', 'tempo de leitura',
    ] },
    { means: 'caption', where: 'start', seenIn: 'picture credits', texts: [
      'Foto', 'Fotos', 'Imagem', 'Crédito', 'Créditos', 'Foto de arquivo', 'Fotografia', 'Legenda',
      'Ilustração', 'Reprodução', 'Divulgação', 'Vídeo', 'Arquivo pessoal',
    ] },
    { means: 'caption', where: 'anywhere', seenIn: 'picture credits', texts: [
      'foto reprodução', 'foto divulgação', 'imagem ilustrativa', 'foto ilustrativa',
      'Getty Images', 'Agência Brasil',
    ] },
    { means: 'rating', where: 'start', seenIn: 'news sites', texts: [
      'Avalie este artigo', 'Este conteúdo foi útil',
    ] },
    { means: 'rating', where: 'label', seenIn: 'news sites', texts: [
      'Avaliação', 'Avalie', 'Vote', 'Votar', 'Enquete', 'Curtir', 'Gostei', 'Visualizações',
    ] },
    { means: 'share', where: 'line', seenIn: 'share buttons', texts: [
      'Compartilhar', 'Compartilhe', 'Compartilhe isso', 'Compartilhe no Facebook',
      'Compartilhe no WhatsApp', 'Partilhar', 'Partilhe', 'Imprimir', 'Enviar',
      'Enviar por e-mail', 'Copiar link', 'Link copiado', 'Tweetar', 'E-mail', 'Ouvir',
      'Ouvir artigo', 'Salvar', 'Guardar', 'Tamanho da fonte',
    ] },
    { means: 'share', where: 'start', seenIn: 'share buttons', texts: [
      'Compartilhar no', 'Compartilhar esta', 'Clique para compartilhar', 'Clique para',
      'Partilhar no', 'Siga-nos', 'Siga o', 'Nos siga no', 'Siga nossas redes',
      'Participe do nosso', 'Entre no nosso', 'Receba no WhatsApp', 'Abre em nova janela',
    ] },
    { means: 'share', where: 'label', seenIn: 'share buttons', texts: [
      'Compartilhe', 'Siga', 'Acompanhe',
    ] },
    { means: 'navigation', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Início', 'Página inicial', 'Home', 'Capa', 'Menu', 'Menu principal', 'Navegação',
      'Navegação de posts', 'Navegação de post', 'Pular para o conteúdo', 'Ir para o conteúdo',
      'Ir para o conteúdo principal', 'Saltar para o conteúdo', 'Voltar ao topo', 'Ir para o topo',
      'Topo', 'Voltar', 'Próximo', 'Anterior', 'Próxima', 'Próximo artigo', 'Artigo anterior',
      'Próxima página', 'Página anterior', 'Post anterior', 'Próximo post', 'Buscar', 'Busca',
      'Pesquisar', 'Pesquisa', 'Pesquisar por', 'Procurar', 'Quem somos', 'Sobre', 'Sobre nós',
      'Contato', 'Contacto', 'Fale conosco', 'Expediente', 'Anuncie', 'Anuncie aqui',
      'Mapa do site', 'Arquivo', 'Arquivos', 'Serviços', 'Ajuda', 'Fechar', 'Edição impressa',
      'Ao vivo', 'Trabalhe conosco', 'Loja', 'Classificados', 'Esta matéria', 'Redes sociais',
      'Meta',
    ] },
    { means: 'navigation', where: 'start', seenIn: 'WordPress', texts: [
      'Você está aqui', 'Está aqui', 'Ir para', 'Ver todos os posts de',
    ] },
    { means: 'navigation', where: 'label', seenIn: 'WordPress', texts: ['Pesquisar'] },
    { means: 'section', where: 'line', seenIn: 'menus of news sites', texts: [
      'Política', 'Economia', 'Esportes', 'Esporte', 'Desporto', 'Futebol', 'Cultura', 'Mundo',
      'Brasil', 'Portugal', 'Internacional', 'Sociedade', 'Saúde', 'Ciência', 'Tecnologia',
      'Educação', 'Polícia', 'Segurança', 'Cidades', 'Cotidiano', 'Opinião', 'Colunas',
      'Colunistas', 'Entretenimento', 'Famosos', 'Celebridades', 'Televisão', 'Cinema', 'Música',
      'Livros', 'Turismo', 'Viagem', 'Gastronomia', 'Receitas', 'Carros', 'Negócios', 'Mercado',
      'Justiça', 'Meio ambiente', 'Vídeos', 'Notícias', 'País', 'Últimas do dia', 'Lazer',
      'Estilo de vida', 'Concursos', 'Empregos',
    ] },
    { means: 'advert', where: 'line', seenIn: 'news sites', texts: [
      'Publicidade', 'Anúncio', 'Anúncios', 'Patrocinado', 'Conteúdo patrocinado',
      'Continua após a publicidade', 'Continua depois da publicidade', 'Propaganda',
      'Informe publicitário',
    ] },
    { means: 'comment', where: 'line', seenIn: 'WordPress, news sites', texts: [
      'Comentários', 'Comentário', 'Comentar', 'Comente', 'Deixe um comentário',
      'Deixar um comentário', 'Deixe uma resposta', 'Deixe seu comentário', 'Adicionar comentário',
      'Publicar comentário', 'Enviar comentário', 'Escreva um comentário', 'Responder', 'Resposta',
      'Cancelar resposta', 'Cancelar', 'Comentários recentes', 'Últimos comentários',
      'Nenhum comentário', 'Sem comentários', 'Ver comentários', 'Nome', 'Site', 'Denunciar',
    ] },
    { means: 'comment', where: 'start', seenIn: 'WordPress, news sites', texts: [
      'O seu endereço de e-mail não será publicado', 'O seu endereço de email não será publicado',
      'Seu endereço de e-mail não será publicado', 'Campos obrigatórios', 'Os campos obrigatórios',
      'Salvar meus dados', 'Guardar o meu nome', 'Você precisa estar logado',
      'Você precisa fazer login', 'Os comentários são', 'Os comentários não', 'Seja o primeiro a',
      'Notifique-me', 'Este site utiliza o Akismet',
    ] },
    { means: 'consent', where: 'start', seenIn: 'page footers, cookie banners', texts: [
      'Política de privacidade', 'Termos de uso', 'Termos e condições', 'Política de cookies',
      'Aceitar todos', 'Utilizamos cookies', 'Usamos cookies', 'Este site usa cookies',
      'Este site utiliza cookies', 'Aviso legal', 'Ficha técnica', 'Estatuto editorial',
    ] },
    { means: 'consent', where: 'label', seenIn: 'page footers, cookie banners', texts: [
      'Privacidade', 'Cookies', 'Aceitar', 'Aceito', 'Rejeitar',
    ] },
    { means: 'copyright', where: 'anywhere', seenIn: 'page footers', texts: [
      'Todos os direitos reservados', 'Direitos reservados', 'Proibida a reprodução',
      'É proibida a reprodução', 'Orgulhosamente mantido com WordPress', 'Desenvolvido por',
    ] },
    { means: 'newsletter', where: 'start', seenIn: 'news sites', texts: [
      'Assine já', 'Assine nossa', 'Inscreva-se', 'Cadastre-se', 'Receba nossas notícias',
      'Receba as notícias', 'Digite seu e-mail', 'Seu e-mail', 'Seja assinante',
    ] },
    { means: 'newsletter', where: 'label', seenIn: 'news sites', texts: [
      'Newsletter', 'Assine', 'Assinar', 'Assinatura', 'Subscreva', 'Subscrever', 'Receba',
      'Boletim', 'Apoie',
    ] },
    { means: 'account', where: 'line', seenIn: 'news sites', texts: [
      'Entrar', 'Login', 'Fazer login', 'Acessar', 'Iniciar sessão', 'Sair', 'Registrar',
      'Registar', 'Cadastro', 'Cadastrar', 'Criar conta', 'Minha conta', 'A minha conta', 'Senha',
      'Palavra-passe', 'Esqueci minha senha', 'Esqueceu a senha', 'Usuário', 'Lembrar-me',
    ] },
    { means: 'other', where: 'line', seenIn: 'blogs, Wikipedia', texts: [
      'Índice', 'Sumário', 'Neste artigo', 'Conteúdo', 'Ligações externas', 'Carregando',
      'Página não encontrada',
    ] },
  ],
  functionWords: [
    'de', 'a', 'o', 'que', 'e', 'do', 'da', 'em', 'um', 'para', 'com', 'não', 'uma', 'os', 'no',
    'se', 'na', 'por', 'mais', 'as', 'dos', 'como', 'mas', 'foi', 'ao', 'ele', 'das', 'tem', 'seu',
    'sua', 'ou', 'ser', 'quando', 'muito', 'há', 'nos', 'já', 'está', 'eu', 'também', 'só', 'pelo',
    'pela', 'até', 'isso', 'ela', 'entre', 'era', 'depois', 'sem', 'mesmo', 'aos', 'ter', 'seus',
    'quem', 'nas', 'me', 'esse', 'eles', 'estão', 'você', 'foram', 'essa', 'num', 'sobre', 'após',
    'segundo', 'durante', 'contra', 'onde', 'cada',
  ],
  months: [
    { calendar: 'gregory', names: [
      'janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro',
      'outubro', 'novembro', 'dezembro',
    ] },
    { calendar: 'gregory', names: [
      'jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez',
    ] },
  ],
  weekdays: [
    [
      'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado',
      'domingo',
    ],
    ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'],
  ],
  relativeTime: {
    ago: ['há', 'atrás'],
    units: [
      'segundo', 'segundos', 'minuto', 'minutos', 'min', 'hora', 'horas', 'dia', 'dias', 'semana',
      'semanas', 'mês', 'meses', 'ano', 'anos',
    ],
    moments: ['hoje', 'ontem', 'agora'],
  },
};
