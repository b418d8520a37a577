import type { Words } from "./words.ts";

const LEADS = {
  asked: "📷 Abra este link no celular e aponte para o código do cupom ou da nota fiscal",
  no_code:
    "📷 Ele tem um código fiscal, mas na foto não dá para ler. Mande uma mais de perto, envie esta mesma como documento, ou escaneie aqui",
  quality: "📷 Se tiver código fiscal ou QR, escaneie aqui e eu leio sem erro",
};

export const PORTUGUESE_SCAN: Pick<Words, "scan_link" | "scan_page"> = {
  scan_link: (why, url, minutes) => `${LEADS[why]} (vale uma vez, por ${minutes} minutos):\n${url}`,
  scan_page: {
    title: "Escanear",
    advice: "Que o código encha a moldura, reto e com luz.",
    open_camera: "Abrir a câmera",
    torch: "Lanterna",
    choose_photo: "Escolher uma foto",
    opening: "Abrindo…",
    reading: "Procurando o código…",
    sending: "Enviando…",
    received: "Pronto, recebi!",
    back_to_chat: "Volte ao WhatsApp: lá eu mostro o que li.",
    no_camera: "Não consigo usar a câmera. Permita no navegador, ou escolha uma foto do código.",
    nothing_found: "Não achei o código nessa foto. Tente uma mais de perto e reta.",
    no_tax_code: "Esse código não é de um cupom ou nota fiscal. Continuo procurando…",
    expired: "Este link venceu. Escreva “escanear” na conversa e eu mando outro.",
    used: "Este link já foi usado. Escreva “escanear” na conversa e eu mando outro.",
    unknown: "Este link não funciona. Abra-o inteiro pela conversa, ou escreva “escanear” e eu mando outro.",
    unreachable: "Não consegui enviar. Veja sua conexão e tente de novo.",
    needs_script: "Esta página precisa de JavaScript. Mandar a foto na conversa também serve.",
    private: "A imagem não sai do seu celular: só vai o que o código diz.",
  },
};
